// Pages anybody can open: whole, valid, accessible, with and without scripts, on a laptop and on a phone.

import assert from "node:assert/strict";
import { journey } from "./harness.mjs";

const PAGES = [
    { name: "home", path: "/", status: 200 },
    { name: "help", path: "/help", status: 200 },
    { name: "not-found", path: "/no-such-page", status: 404 },
];

for (const { name, path, status } of PAGES) {
    journey(`${path} is valid, accessible and whole at any width`, async ({ visitor, axe, validHtml, fits, shot }) => {
        const page = await visitor();

        const answer = await page.goto(path);

        assert.equal(answer.status(), status);
        assert.match(answer.headers()["content-type"], /^text\/html/);
        assert.match(await page.locator("html").getAttribute("lang"), /^fr\b/);
        assert.notEqual((await page.title()).trim(), "");
        assert.equal(await page.locator("h1").count(), 1);
        await validHtml(await answer.text());
        await axe(page);
        await fits(page);
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
