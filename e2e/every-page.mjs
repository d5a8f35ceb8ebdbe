// A walk through the whole site: every route that may be read, as everybody of the standing cast who may read it.
// Objects are those that links lead to.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { shapeOf } from "./checks.mjs";
import { BINARY } from "./site.mjs";

const FREELANCES = ["lea", "jonas", "nadia", "paul"];
const COMPANIES = ["brun", "colibri", "neuve"];
const CERTIFIED = ["lea", "jonas", "brun", "colibri"];
/** The standing cast. */
export const CAST = [...FREELANCES, ...COMPANIES, "mara"];
const VISITOR = "visitor";

/** Who may open what, by the names of the rights in the table. */
const MAY = {
    visitor: [VISITOR, ...CAST],
    member: CAST,
    staff: ["mara"],
    freelance: FREELANCES,
    company: COMPANIES,
    "freelance or company": [...FREELANCES, ...COMPANIES],
    "certified freelance": CERTIFIED.filter((who) => FREELANCES.includes(who)),
    "certified company": CERTIFIED.filter((who) => COMPANIES.includes(who)),
    "certified freelance or company": CERTIFIED,
    // Which freelance it is, the page itself looks at.
    "certified company, staff, or the freelance themselves": CERTIFIED.concat("mara"),
};
/** No pages: words for machines, what completes a field, and the stream that an open conversation listens to. */
const NO_PAGES = ["/healthz", "/readyz", "/profile/skills", "/messages/{id}/live"];
/** So many objects of one kind are opened by each person. */
const OBJECTS = 3;

/** Every address that may be read: its pattern, and how to know an address of it. */
function readable() {
    const table = JSON.parse(execFileSync(BINARY, ["routes", "--json"], { encoding: "utf8" }));
    const routes = table.filter(({ method, path }) => method === "GET" && !NO_PAGES.includes(path));
    return routes.map(({ path, right }) => {
        assert.ok(MAY[right], `say in every-page.mjs who is « ${right} »`);
        const known = new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);
        return { path, may: MAY[right], known, isOne: !path.includes("{") };
    });
}

/** The routes, in an order in which the first that knows an address is the one that answers it. */
const ROUTES = readable().sort((one, other) => other.isOne - one.isOne);

const inLanguage = (path, language) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

/** Where a page leads, on this site. */
function links(html) {
    const found = html.matchAll(/\s(?:href|src)="(\/[^"#]*)/g);
    return [...found].map(([, path]) => path.replaceAll("&amp;", "&")).filter((path) => !/[?&]lang=/.test(path));
}

/** Addresses still to open, and those that were. */
class Itinerary {
    #who;
    #left;
    #planned = new Set();
    #kinds = new Map();

    constructor(who, more) {
        this.#who = who;
        this.#left = [];
        for (const { path, isOne } of ROUTES) if (isOne) this.add(path);
        more.forEach((path) => this.add(path));
    }

    /** Opens this as well, if it is of a kind that was not opened often enough. */
    add(path) {
        const [bare, query = ""] = path.split("?");
        const route = ROUTES.find(({ known }) => known.test(bare));
        if (!route?.may.includes(this.#who) || this.#planned.has(path)) return;
        const kind = `${route.path}?${[...new URLSearchParams(query).keys()].sort().join("&")}`;
        const often = this.#kinds.get(kind) ?? 0;
        if (often === (query ? 1 : OBJECTS)) return;
        this.#kinds.set(kind, often + 1);
        this.#planned.add(path);
        this.#left.push({ path, route });
    }

    next() {
        return this.#left.shift();
    }
}

/**
 * Opens everything that `who` may. A page of a new shape is shown in the browser and given to `examine(page)`; of
 * the others the text is checked.
 * @returns {Set<string>} the routes that answered
 */
export async function walk({ kit, who, page, language, shapes, more = [], examine }) {
    const itinerary = new Itinerary(who, more);
    const answered = new Set();
    for (let stop = itinerary.next(); stop; stop = itinerary.next()) {
        const { path, route } = stop;
        const address = inLanguage(path, language);
        const answer = await page.request.get(address, { maxRedirects: 0 });
        const status = answer.status();
        assert.ok(status < 500, `${path} as ${who}: ${status}`);
        if (status === 200) answered.add(route.path);
        if (!/^text\/html/.test(answer.headers()["content-type"] ?? "") || (status >= 300 && status < 400)) continue;
        const html = await answer.text();
        links(html).forEach((link) => itinerary.add(link));
        // Around its matter, a page is the same for all of one standing.
        const [around, matter] = html.split(/(?=<main)/);
        const sight = [`around ${shapeOf(around)}`, `${route.path} ${status} ${shapeOf(matter ?? "")}`];
        if (sight.every((shape) => shapes.has(shape))) continue;
        sight.forEach((shape) => shapes.add(shape));
        await kit.validHtml(html);
        await page.goto(address);
        await examine(page);
    }
    return answered;
}

/** Routes that nobody's walk was answered on. */
export function unanswered(walks) {
    const answered = new Set(walks.flatMap((routes) => [...routes]));
    return ROUTES.map(({ path }) => path).filter((path) => !answered.has(path));
}
