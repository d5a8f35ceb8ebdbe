// Every page of the product: valid, accessible and whole, in both languages, on a laptop and on a phone. Those that
// anybody can open also in the dark, and without scripts.

import assert from "node:assert/strict";
import { CAST, unanswered, walk } from "./every-page.mjs";
import { journey } from "./harness.mjs";

/** In each language on another screen; sideways scroll is looked for on a phone in both. */
const LANGUAGES = [
    { language: "fr", width: 1280 },
    { language: "en", width: 390 },
];

/** Pages that only a link from a letter opens. */
async function linksFromLetters({ visitor, letter }, member) {
    const page = await visitor();
    const send = (field) => page.locator(`form:has(${field}) button[type=submit]`).click();
    await page.goto("/sign-up/freelance");
    await page.fill("#email", "ines@example.test");
    await page.fill("#password", "trois-mouettes-grises");
    await send("#password");
    await page.goto("/recovery");
    await page.fill("#email", "jonas@jem.example");
    await send("#email");
    await member.goto("/settings/email");
    await member.fill("#email", "paul@example.test");
    await member.fill("#password", "demo-jem-2026");
    await member.locator("form:has(#email) button[type=submit]").click();
    const letters = [await letter("ines@example.test"), await letter("jonas@jem.example"), await letter("paul@example.test")];
    return letters.map(({ text }) => /https?:\/\/[^/\s]+(\/[\w/-]+\/[\w-]{43})/.exec(text)[1]);
}

journey(
    "every page of the product is valid, accessible and whole at any width",
    async (kit) => {
        const people = await Promise.all(
            ["visitor", ...CAST].map(async (who) => ({
                who,
                page: who === "visitor" ? await kit.visitor() : await kit.signIn(`${who}@jem.example`),
            })),
        );
        const more = await linksFromLetters(kit, people.find(({ who }) => who === "paul").page);

        const examined = LANGUAGES.map(async ({ language, width }) => {
            const shapes = new Set();
            const walks = [];
            for (const { who, page: first } of people) {
                const page = await first.context().newPage();
                await page.setViewportSize({ width, height: 900 });
                const examine = async () => {
                    assert.match(await page.locator("html").getAttribute("lang"), new RegExp(`^${language}\\b`));
                    assert.notEqual((await page.title()).trim(), "");
                    assert.equal(await page.locator("h1").count(), 1, `h1 of ${page.url()}`);
                    await kit.axe(page);
                    await kit.fits(page);
                };
                walks.push(await walk({ kit, who, page, language, shapes, examine, more: who === "visitor" ? more : [] }));
                await page.close();
            }
            assert.deepEqual(unanswered(walks), [], "no link leads to these");
            console.log(`${shapes.size} pages examined in ${language}`);
        });
        await Promise.all(examined);
    },
    { timeout: 300_000 },
);

const PAGES = [
    { name: "home", path: "/", status: 200 },
    { name: "help", path: "/help", status: 200 },
    { name: "not-found", path: "/no-such-page", status: 404 },
];

for (const { name, path, status } of PAGES) {
    journey(`${path} answers ${status}`, async ({ visitor, shot }) => {
        const page = await visitor();

        const answer = await page.goto(path);

        assert.equal(answer.status(), status);
        assert.match(answer.headers()["content-type"], /^text\/html/);
        await shot(page, name);
    });

    journey(`${path} is accessible in the dark and on a phone`, async ({ visitor, axe }) => {
        const page = await visitor({ dark: true, width: 390 });

        await page.goto(path);

        await axe(page);
    });

    journey(`${path} says the same without scripts`, async ({ visitor, withoutJavaScript }) => {
        const [page, plain] = [await visitor(), await withoutJavaScript()];

        await page.goto(path);
        await plain.goto(path);

        assert.equal(await plain.locator("h1").innerText(), await page.locator("h1").innerText());
    });
}

journey("a page that does not exist shows a way out", async ({ withoutJavaScript }) => {
    const page = await withoutJavaScript();
    await page.goto("/no-such-page");

    await page.locator("main a[href]").first().click();

    assert.notEqual(new URL(page.url()).pathname, "/no-such-page");
    assert.equal(await page.locator("h1").count(), 1);
});
