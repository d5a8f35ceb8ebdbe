// The main job of the house, by the people who do it: from sign-up to a concluded mission. One text for a browser
// with scripts and for one without.

import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { Eyes } from "./eyes.mjs";
import { signInOn } from "./site.mjs";

const NEW_PASSWORD = "quatre-sapins-bleus";
const FIRM = "Verrerie du Jura";
const TITLE = "Catalogue de verres soufflés";
// Stands in the description alone, and is looked for without its accents.
const WORD = "phosphorescéine";
const SOUGHT = "phosphoresceine";
const DESCRIPTION = `Vous photographiez et décrivez quatre-vingts pièces, de la ${WORD} au cristal, avec notre atelier de six personnes.`;
/** What nobody but members may read of the firm and its mission. */
const SECRETS = [FIRM, WORD, "quatre-vingts pièces"];

/** Signs up on `page`, answers the letter, and ends on the dashboard. */
async function signUp(kit, page, role, email, uid) {
    await page.goto(`/sign-up/${role}`);
    await page.fill("#email", email);
    await page.fill("#password", NEW_PASSWORD);
    if (uid) await page.fill("#uid", uid);
    await page.locator("form:has(#password) button[type=submit]").click();

    // R16: before the mailbox has answered, no session opens.
    await page.goto("/sign-in");
    await page.fill("#email", email);
    await page.fill("#password", NEW_PASSWORD);
    await page.locator("form:has(#password) button[type=submit]").click();
    assert.equal(new URL(page.url()).pathname, "/sign-in");

    const letter = await kit.letter(email);
    const [link] = /\/confirm\/[\w-]+/.exec(letter.text) ?? [];
    assert.ok(link, `no link in: ${letter.text}`);
    await page.goto(link);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL("**/dashboard");
}

/** What leads there from the bar at the top, in its right half. */
async function atTopRight(page, path) {
    const link = page.locator(`header.bar a[href="${path}"]`);
    const { x, y, width, height } = await link.boundingBox();
    assert.ok(x + width / 2 > page.viewportSize().width / 2 && y + height < 100, `${path} stands at ${x}, ${y}`);
    return link;
}

/** From the help, and from there to the team (R118). */
async function readsTheHelp(page) {
    await page.goto("/");
    await page.locator("footer a", { hasText: "Aide" }).first().click();
    await page.waitForURL("**/help");
    await page.locator("main a", { hasText: "Contactez-nous" }).click();
    await page.waitForURL("**/contact");
}

/** « Connexion » leads to those who have an account, and those who want one (R80). */
async function findsTheEntrance(page) {
    await page.goto("/");
    const entrance = await atTopRight(page, "/sign-in");
    assert.equal((await entrance.innerText()).trim(), "Connexion");
    await entrance.click();
    await page.waitForURL("**/sign-in");
    assert.ok((await page.locator('main a[href^="/sign-up"]').count()) > 0);
}

/** Hands in what a freelance hands in, first with a file that is none. */
async function handInDocuments(kit, page, first, last) {
    // R20: from one's profile.
    await page.goto("/profile");
    await page.locator("main a", { hasText: "Rendre mon profil public" }).first().click();
    await page.waitForURL("**/certification");
    await page.fill("#first", first);
    await page.fill("#last", last);
    await page.selectOption("#permit", "swiss");
    await page.fill("#street", "Rue du Simplon 3");
    await page.fill("#place", "1003 Lausanne");
    const [permit, address] = await page.locator("input[type=file]").all();
    await permit.setInputFiles({ name: "permis.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\x90\0 not a PDF") });
    await address.setInputFiles({ name: "adresse.png", mimeType: "image/png", buffer: picture() });
    const send = page.locator("form:has(#first) button[type=submit]");
    await send.click();
    // What was typed is still there; the wrong file is told at its field.
    assert.equal(await page.inputValue("#last"), last);
    assert.ok((await page.locator("[aria-invalid=true]").count()) > 0);
    for (const [place, field] of (await page.locator("input[type=file]").all()).entries()) {
        await field.setInputFiles({ name: `page-${place}.png`, mimeType: "image/png", buffer: picture() });
    }
    await send.click();
    await page.waitForURL("**/certification");
}

/** Staff opens the dossier of `name` and certifies it. */
async function certify(kit, staff, name, tab) {
    await staff.goto("/staff/certification");
    if (tab) await staff.locator("nav.tabs a", { hasText: tab }).click();
    await staff.locator("main ul a", { hasText: name }).click();
    await staff.getByRole("button", { name: "Certifier" }).click();
    await staff.locator("[role=status]").first().waitFor();
}

/** Nothing of a member's is in this page. */
async function seesPreviewsOnly(page, path, status = 200) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), status, path);
    const html = await page.content();
    for (const secret of SECRETS) assert.ok(!html.includes(secret), `${path} tells ${page.url()} « ${secret} »`);
}

/** The four steps, with a look at each. */
async function publish(kit, page) {
    await page.goto("/dashboard");
    // R94
    const create = page.locator("header.bar a", { hasText: "Création d’une mission" });
    await create.click();
    await page.waitForURL("**/missions/new");
    if (kit.javaScript) {
        // As a browser would that checks nothing: the server tells each fault at its field.
        await page.evaluate(() => document.querySelector("form:has(#title)").setAttribute("novalidate", ""));
        await page.locator("button[name=then][value=next]").click();
        await page.locator("#title[aria-invalid=true]").waitFor();
    }
    await page.fill("#title", TITLE);
    await page.locator("label", { hasText: "Marketing & Communication" }).locator("input").check();
    await page.fill("#description", DESCRIPTION);
    await page.locator("label", { hasText: "Hybride" }).locator("input").check();
    await page.fill("#place", "1450 Sainte-Croix");
    await page.fill("#months", "3");
    await page.locator("button[name=then][value=next]").click();
    await page.waitForURL("**/edit/skills");
    await page.fill("#skill", "Photographie, Rédaction");
    await page.locator("button[name=then][value=add]").click();
    await page.locator(".chip", { hasText: "Photographie" }).first().waitFor();
    await page.fill("#years", "2");
    await page.locator("button[name=then][value=next]").click();
    await page.waitForURL("**/edit/rate");
    await page.locator("input[name=pricing][value=fixed]").check();
    await page.fill("#rate", "820");
    await page.fill("#activity", "60");
    await page.locator("input[name=billing][value=payroll]").check();
    await page.locator("button[name=then][value=next]").click();
    await page.waitForURL("**/edit/preview");
    await page.getByRole("button", { name: "Publier la mission" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/preview"));
}

/** A freelance finds the mission by a word of its description and shows interest. Gives its address. */
async function findAndShowInterest(kit, page) {
    // R43
    await page.locator("header.bar nav a", { hasText: "Recherchez une mission" }).click();
    await page.waitForURL("**/missions");
    await page.fill("input[name=q]", SOUGHT);
    await page.locator("input[name=q]").press("Enter");
    const hit = page.locator("main a", { hasText: TITLE }).first();
    // The index of this process follows the base within moments.
    for (let tries = 0; tries < 20 && !(await hit.isVisible().catch(() => false)); tries += 1) {
        await page.waitForTimeout(250);
        await page.goto(`/missions?q=${SOUGHT}`);
    }
    await hit.click();
    await page.waitForURL(/\/missions\/[0-9a-f-]{36}/);
    const mission = new URL(page.url()).pathname;
    assert.ok((await page.content()).includes("quatre-vingts pièces"));
    await page.getByRole("button", { name: "Cette mission m’intéresse" }).first().click();
    await page.getByText("Proposition envoyée").first().waitFor();
    return mission;
}

/** Opens the confirmation of `act` inside `where` and confirms it. */
async function confirm(page, where, act) {
    await where.getByRole("button", { name: act }).first().click();
    const dialog = page.locator(".modal:popover-open");
    await dialog.waitFor();
    await dialog.locator("button[type=submit]").click();
}

/** A new message appears: by itself where scripts run, after a reload where they do not. */
async function hears(kit, page, text) {
    if (!kit.javaScript) await page.reload();
    await page.locator("[role=log]").getByText(text).waitFor({ timeout: 15_000 });
}

async function write(page, text) {
    await page.fill("#text", text);
    await page.locator("#composer button[type=submit]").click();
    await page.locator("[role=log]").getByText(text).waitFor();
}

/** Each sight whole: accessible, valid, at any width; and kept as a picture. */
function examining(kit) {
    return async (page, { name, answer }) => {
        // What was sent, and what scripts made of it. In this order: axe tries out styles.
        await kit.validHtml(await answer.text());
        await kit.validHtml(await page.content());
        await kit.axe(page);
        await kit.fits(page);
        await kit.shot(page, `journey-${name}`);
        // Both leave empty styles, which the security policy would not let htmx carry over.
        await page.evaluate(() => document.querySelectorAll('[style=""]').forEach((one) => one.removeAttribute("style")));
    };
}

/** The whole journey; with `look`, everything it comes by is examined. */
export async function main(tools, { javaScript, look = true }) {
    const options = { javaScript };
    const eyes = new Eyes(examining(tools));
    const visitor = async () => {
        const page = await tools.visitor(options);
        return look ? eyes.follow(page) : page;
    };
    const signIn = async (email) => {
        const page = await visitor();
        await signInOn(page, email);
        return page;
    };
    const kit = { ...tools, javaScript, visitor, signIn };
    const outsider = await kit.visitor();
    const uncertified = await kit.signIn("nadia@jem.example");
    const staff = await kit.signIn("mara@jem.example");
    const firm = await kit.visitor();
    const [chosen, other] = [await kit.visitor(), await kit.visitor()];

    await findsTheEntrance(outsider);
    await readsTheHelp(outsider);
    await signUp(kit, firm, "company", "verrerie@example.test", "CHE-109.322.551");
    await firm.goto("/certification");
    await firm.fill("#company", FIRM);
    await firm.fill("#contact_person", "Odile Ferrier");
    await firm.fill("#street", "Chemin de la Source 4");
    await firm.fill("#place", "1450 Sainte-Croix");
    await firm.locator("form:has(#company) button[type=submit]").click();
    await firm.waitForURL("**/certification");
    // R87: not before the staff has certified: previews, which lead to nobody.
    assert.equal((await firm.goto("/freelances")).status(), 200);
    assert.equal(await firm.locator('main a[href^="/freelances/"]').count(), 0);
    assert.ok(!(await firm.content()).includes("Rochat"));
    await certify(kit, staff, FIRM, "Entreprises");
    await kit.letter("verrerie@example.test", "certifié");
    await firm.goto("/freelances?q=UX");
    assert.ok((await firm.locator('main a[href^="/freelances/"]').count()) > 0, "profiles open with the certification (R85)");

    for (const [page, first, last, email] of [
        [chosen, "Alix", "Moret", "alix@example.test"],
        [other, "Basile", "Nydegger", "basile@example.test"],
    ]) {
        await signUp(kit, page, "freelance", email);
        await handInDocuments(kit, page, first, last);
        // R35: missions are previews until then.
        await page.goto("/missions");
        assert.equal(await page.locator("input[name=rate_from]").count(), 0);
        await certify(kit, staff, last);
        const told = await kit.letter(email, "certifié");
        assert.match(told.text, /dès qu’il indique votre métier, votre secteur et votre ville[^]*\/profile/);
        await page.goto("/dashboard");
        // R73
        await (await atTopRight(page, "/notifications")).click();
        await page.getByText("Votre profil est certifié.").waitFor();
    }

    await publish(kit, firm);
    const mission = await findAndShowInterest(kit, chosen);
    for (const page of [outsider, uncertified]) {
        await seesPreviewsOnly(page, "/missions");
        await seesPreviewsOnly(page, mission);
        assert.ok((await page.content()).includes(TITLE), "the title is what a preview shows (R91)");
        await seesPreviewsOnly(page, "/freelances");
        for (const name of ["Moret", "Nydegger"]) assert.ok(!(await page.content()).includes(name));
    }
    await findAndShowInterest(kit, other);

    // R102: the company sees two « Proposition reçue » and accepts both.
    await firm.goto("/manage");
    await firm.locator("li", { hasText: TITLE }).getByRole("link", { name: "Visualiser les candidats" }).click();
    const board = firm.url();
    assert.equal(await firm.locator("section[aria-labelledby=received] article").count(), 2);
    for (let left = 2; left > 0; left -= 1) {
        const received = firm.locator("section[aria-labelledby=received]");
        await received.getByRole("button", { name: /Ce profil m’intéresse/ }).first().click();
        await firm.waitForURL(board);
        assert.equal(await firm.locator("section[aria-labelledby=received] article").count(), left - 1);
    }
    assert.equal(await firm.locator("section[aria-labelledby=talking] article").count(), 2);
    for (const page of [chosen, other]) {
        await page.goto("/my-missions");
        await page.getByText("En cours de discussion").first().waitFor();
    }

    // Messages go both ways, and appear by themselves.
    const talk = await openTalk(chosen);
    const otherTalk = await openTalk(other);
    await firm.goto(talk);
    await write(firm, "Bonjour Alix, quand pourriez-vous commencer ?");
    await hears(kit, chosen, "quand pourriez-vous commencer");
    await write(chosen, "Dès lundi <b>matin</b>.");
    await hears(kit, firm, "Dès lundi <b>matin</b>.");
    await seesPreviewsOnly(outsider, "/missions");
    assert.equal((await uncertified.goto(talk)).status(), 403);
    await outsider.goto(talk);
    assert.equal(new URL(outsider.url()).pathname, "/sign-in");
    assert.equal((await other.goto(talk)).status(), 404);

    // « Je postule », then « Choisir ce candidat ».
    await chosen.goto(talk);
    await confirm(chosen, chosen.locator("main"), "Je postule");
    await chosen.getByText("vous avez postulé").first().waitFor();
    await firm.goto(board);
    await confirm(firm, firm.locator("article", { hasText: "Alix" }), /Choisir ce candidat/);
    await firm.getByText("Candidat choisi").first().waitFor();

    // Concluded for both, contact data shared (A14).
    await chosen.goto("/my-missions");
    await chosen.getByText("Mission validée").first().waitFor();
    await chosen.goto(talk);
    assert.ok((await chosen.content()).includes("verrerie@example.test"));
    await firm.goto(talk);
    assert.ok((await firm.content()).includes("alix@example.test"));
    // R48: their conversation stays open.
    await write(firm, "Bienvenue chez nous.");
    await hears(kit, chosen, "Bienvenue chez nous.");
    await firm.goto("/manage");

    // Gone from the search, and for others (R110, R111); the other is told by e-mail, the conversation gone (R67, R109).
    const told = await kit.letter("basile@example.test", "autre profil");
    assert.ok(told.text.includes(TITLE));
    assert.equal((await other.goto(mission)).status(), 404);
    assert.equal((await other.goto(otherTalk)).status(), 404);
    assert.equal((await firm.goto(otherTalk)).status(), 404);
    await other.goto("/messages");
    assert.ok(!(await other.content()).includes(TITLE));
    await other.goto("/notifications");
    assert.ok(!(await other.content()).includes(otherTalk));
    await other.goto("/my-missions");
    await other.getByText("Un autre profil a été choisi").first().waitFor();
    for (const page of [other, outsider, uncertified]) {
        const gone = async () => {
            await page.goto(`/missions?q=${SOUGHT}`);
            return !(await page.content()).includes(TITLE);
        };
        for (let tries = 0; tries < 20 && !(await gone()); tries += 1) await page.waitForTimeout(250);
        assert.ok(await gone(), "the mission left the search");
        assert.equal((await page.goto(mission)).status(), 404);
    }
    assert.equal((await chosen.goto(mission)).status(), 200);
    assert.equal((await firm.goto(mission)).status(), 200);
    if (look) console.log(`${eyes.count} sights examined`);
}

/** From the boards to the conversation about the mission. Gives its address. */
async function openTalk(page) {
    await page.goto("/my-missions");
    await page.locator("li", { hasText: TITLE }).getByRole("link", { name: /messagerie|discussion|conversation/i }).first().click();
    await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
    return new URL(page.url()).pathname;
}

/** A small true PNG: what a phone's picture of a document is to the server. */
function picture() {
    const table = Array.from({ length: 256 }, (_, n) => {
        for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
        return n >>> 0;
    });
    const crc = (bytes) => ~bytes.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), ~0) >>> 0;
    const chunk = (name, data) => {
        const body = Buffer.concat([Buffer.from(name), data]);
        const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
        length.writeUInt32BE(data.length);
        sum.writeUInt32BE(crc(body));
        return Buffer.concat([length, body, sum]);
    };
    const [width, height] = [120, 80];
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const rows = Buffer.alloc(height * (1 + width * 3), 200);
    for (let y = 0; y < height; y += 1) rows[y * (1 + width * 3)] = 0;
    const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
    return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

