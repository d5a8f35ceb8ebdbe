// What was typed is not lost: not by the back button, not by a session that ended in another tab.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";
import { signInOn } from "./site.mjs";

const LONG = "Un long message,\nsur deux lignes, avec <b>des signes</b> & des « guillemets ».";

/** Opens the first conversation that may be written in. */
async function openConversation(page) {
    await page.goto("/messages");
    const places = await page.locator(".inbox li a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const place of places) {
        await page.goto(place);
        if (await page.locator("#composer textarea").count()) return new URL(page.url()).pathname;
    }
    throw new Error(`no conversation to write in among ${places}`);
}

const send = (page) => page.locator("#composer button[type=submit]").click();
const times = (page, text) => page.locator(".msg", { hasText: text }).count();

/** Signs out in another tab of the same browser. */
async function signOutElsewhere(page) {
    const other = await page.context().newPage();
    await other.goto("/help");
    await other.locator("[popovertarget=account]").click();
    await other.locator("form[action='/sign-out'] button").click();
    await other.waitForURL((url) => url.pathname !== "/help");
    await other.close();
}

for (const javaScript of [true, false]) {
    const how = javaScript ? "with scripts" : "without scripts";

    journey(`a message changed after the back button is sent too, ${how}`, async ({ signIn }) => {
        const page = await signIn("lea@jem.example", { javaScript });
        const place = await openConversation(page);
        const [first, second] = [`Premier envoi ${how}`, `Second envoi ${how}`];
        const key = page.locator("#composer input[name=_key]");
        const used = await key.getAttribute("value");
        await page.fill("#text", first);
        await send(page);
        await page.locator(".msg", { hasText: first }).waitFor();
        await page.goto("/missions");
        await page.goBack();
        // A browser that keeps pages whole brings the old key back; this one asked for the page anew.
        await key.evaluate((field, used) => field.setAttribute("value", used), used);
        await page.fill("#text", second);
        await send(page);
        await page.locator(".msg", { hasText: second }).waitFor();

        await page.goto(place);
        assert.equal(await times(page, first), 1);
        assert.equal(await times(page, second), 1);
    });

    journey(`what was typed outlives a session ended in another tab, ${how}`, async (kit) => {
        const page = await kit.signIn("lea@jem.example", { javaScript });
        const place = await openConversation(page);
        const text = `${LONG} (${how})`;
        await page.fill("#text", text);
        await signOutElsewhere(page);
        await send(page);

        await page.getByRole("heading", { level: 1, name: "Votre session est terminée." }).waitFor();
        const kept = page.locator("textarea[readonly]");
        assert.equal(await kept.inputValue(), text);
        assert.equal(await page.locator("main b").count(), 0);
        if (javaScript) {
            await kit.fits(page);
            await kit.shot(page, "session-ended");
            await kit.axe(page);
        }

        const [tab] = await Promise.all([
            page.context().waitForEvent("page"),
            page.getByRole("link", { name: "Se connecter (nouvel onglet)" }).click(),
        ]);
        await tab.waitForLoadState();
        assert.equal(new URL(tab.url()).searchParams.get("next"), place);
        await tab.close();
        const other = await page.context().newPage();
        await signInOn(other, "lea@jem.example");
        await other.close();

        await page.getByRole("button", { name: "Reprendre ma saisie" }).click();
        await page.locator("#composer").waitFor();
        assert.equal(await page.inputValue("#text"), text);
        const end = `guillemets ». (${how})`;
        assert.equal(await times(page, end), 0);
        await send(page);
        await page.locator(".msg", { hasText: end }).waitFor();
        await page.goto(place);
        assert.equal(await times(page, end), 1);
    });
}

journey("a mission described while the session ends is taken up again", async (kit) => {
    const page = await kit.signIn("brun@jem.example");
    await page.goto("/missions/new");
    await page.fill("#title", "Vitrail");
    await page.fill("#description", LONG);
    await page.locator("input[name=category]").first().check();
    await signOutElsewhere(page);
    await page.locator("button[name=then][value=stay]").click();
    await page.getByRole("heading", { level: 1, name: "Votre session est terminée." }).waitFor();
    await kit.validHtml(await page.content());

    const other = await page.context().newPage();
    await signInOn(other, "brun@jem.example");
    await page.getByRole("button", { name: "Reprendre ma saisie" }).click();
    await page.locator("#title").waitFor();

    assert.equal(await page.inputValue("#title"), "Vitrail");
    assert.equal(await page.inputValue("#description"), LONG);
    assert.ok(await page.locator("input[name=category]").first().isChecked());
});

journey("news that arrive after the session has ended take no words away", async ({ signIn }) => {
    const page = await signIn("lea@jem.example");
    const place = await openConversation(page);
    await page.fill("#text", LONG);
    await signOutElsewhere(page);
    const company = await signIn("brun@jem.example");
    await company.goto(place);
    await company.fill("#text", "Des nouvelles de l’atelier");
    const closed = page.evaluate(() => new Promise((done) => document.addEventListener("htmx:sse:close", () => done(true), { once: true })));
    await send(company);
    assert.ok(await closed, "the page does not listen any more");
    await page.waitForTimeout(500);

    assert.equal(new URL(page.url()).pathname, place);
    assert.equal(await page.inputValue("#text"), LONG);
});
