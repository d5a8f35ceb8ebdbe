"""Makes places.tsv out of the three published lists. Run by hand when they change:

    python3 trim.py FOLDER_WITH_THE_LISTS > places.tsv

Needs localities.tsv, place_aliases.tsv and border_places.tsv as README.md
describes them. Rows come out by population, so a row's number is its rank.
"""

import collections
import csv
import pathlib
import re
import sys
import unicodedata

CANTONS = "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH".split()

# Left Berne for the Jura on 1 January 2026, after the list was made.
MOVED = {"Moutier": "JU"}


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def fold(text):
    text = text.lower().replace("ß", "ss").replace("œ", "oe").replace("æ", "ae")
    text = unicodedata.normalize("NFD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", text))


def same(text):
    """A form in which St-Imier, Saint-Imier and Sankt Immer's first word agree."""
    return " ".join({"saint": "st", "sankt": "st", "sainte": "ste"}.get(w, w) for w in fold(text).split())


def slug(text):
    return fold(text).replace(" ", "-")


def spoken(locality):
    """The name people say, and the canton the official name carries, if any."""
    name = re.sub(r" \d+$", "", locality)
    end = re.search(r" ([A-Z]{2})$", name)
    if end and end[1] in CANTONS + ["FL"]:
        return name[: -3], "" if end[1] == "FL" else end[1]
    return name, None


folder = pathlib.Path(sys.argv[1])
localities, names, abroad = (rows(folder, f) for f in ("localities.tsv", "place_aliases.tsv", "border_places.tsv"))

# One place for each postcode and name; its canton is the one in its official
# name, or that of the municipality of this name, or that of most of its rows.
groups = collections.defaultdict(list)
for row in localities:
    row["spoken"], row["said"] = spoken(row["locality"])
    row["town"] = re.sub(r" \([A-Z]{2}\)$", "", row["municipality"])
    row["canton"] = MOVED.get(row["municipality"], row["canton"])
    groups[row["postcode"], row["spoken"], row["said"]].append(row)

places = []
for (postcode, name, said), group in groups.items():
    if said is None:
        home = [r for r in group if same(r["town"]) == same(name)] or group
        said = collections.Counter(r["canton"] for r in home).most_common(1)[0][0]
    places.append(dict(name=name, postcode=postcode, canton=said))

merged = {}
for place in places:
    merged.setdefault((place["postcode"], place["name"], place["canton"]), place)
places = list(merged.values())

# A name with several postcodes is a town; so is a municipality that no locality
# is named after (Lancy, Val-de-Travers). Towns carry no postcode.
towns = collections.defaultdict(list)
for place in places:
    towns[same(place["name"]), place["canton"]].append(place)
named = {}
for where, parts in towns.items():
    if len(parts) == 1:
        named[where] = parts[0]
    else:
        named[where] = dict(name=parts[0]["name"], postcode="", canton=where[1], parts=parts)
for row in localities:
    where = same(row["town"]), row["canton"]
    # Liechtenstein's are all named; a "comunanza" is land two municipalities share.
    if not row["canton"] or row["town"].startswith("Comunanza"):
        continue
    named.setdefault(where, dict(name=row["town"], postcode="", canton=where[1]))

# Population and other names, by name and canton, the largest first.
for row in names:
    others = [a for a in row["aliases"].split("|") if a]
    where = next((w for w in ((same(n), row["canton"]) for n in [row["name"], *others]) if w in named), None)
    if where is None or "population" in named[where]:
        continue
    town = named[where]
    town["population"] = int(row["population"])
    town["aliases"] = [row["name"], *others]

out = []
for town in named.values():
    country = "ch" if town["canton"] else "li"
    town["key"] = f"{country}-{town['postcode'] or town['canton'].lower()}-{slug(town['name'])}"
    out.append(town)
    for part in town.get("parts", []):
        part["key"] = f"{country}-{part['postcode']}-{slug(part['name'])}"
        part["of"] = town["key"]
        out.append(part)
for row in abroad:
    if row["country"] != "LI":
        out.append(dict(
            key=f"{row['country'].lower()}-{slug(row['name'])}-{row['geonameid']}", name=row["name"], postcode="",
            canton="", country=row["country"],
            population=int(row["population"]), aliases=row["aliases"].split("|"),
        ))

keys = collections.Counter(p["key"] for p in out)
for place in out:
    if keys[place["key"]] > 1:
        place["key"] += "-" + place["canton"].lower()
assert len({p["key"] for p in out}) == len(out), "keys must be unique"

out.sort(key=lambda p: (-p.get("population", 0), p["postcode"], p["key"]))
print("key\tname\tpostcode\tcanton\tcountry\tof\taliases")
for p in out:
    aliases = list(p.get("aliases", []))
    if "(" in p["name"]:
        aliases.append(p["name"].split(" (")[0])
    # Short aliases are codes and accidents; those that fold to the name add nothing.
    aliases = sorted({a for a in map(fold, aliases) if len(a) >= 4 and a != fold(p["name"])})
    country = p.get("country") or ("CH" if p["canton"] else "LI")
    print(p["key"], p["name"], p["postcode"], p["canton"], country, p.get("of", ""), "|".join(aliases), sep="\t")
