// What a journey is written with. One test file = one demo of its own, so files cannot disturb each other:
//
//     import { journey } from "./harness.mjs";
//
//     journey("a visitor finds the help", async ({ visitor, axe }) => {
//         const page = await visitor();
//         await page.goto("/");
//         …
//     });

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, complaints, fits, shot, validHtml } from "./checks.mjs";
import { contextOf, openBrowser, openSite, signInOn } from "./site.mjs";

const FAILURES = fileURLToPath(new URL("shots/failures", import.meta.url));
// A file that hangs in spite of its tests' own limits ends here, and its server and browser with it.
const FILE_LIMIT = 10 * 60_000;

let engine = "sqlite";
let site;
let browser;

/** Lets this file's site keep its data in PostgreSQL. */
export function onPostgres() {
    engine = "postgres";
}

before(async () => {
    const overdue = () => {
        console.error(`This file took more than ${FILE_LIMIT / 60_000} minutes.`);
        process.exit(1);
    };
    setTimeout(overdue, FILE_LIMIT).unref();
    site = await openSite(engine);
    browser = await openBrowser();
});

after(async () => {
    await browser?.close();
    await site?.close();
});

/**
 * A test in the browser. Its body gets:
 * - `visitor(options)`: a page for somebody new; options `javaScript`, `width`, `language`, `dark`
 * - `withoutJavaScript(options)`: the same, with scripts switched off
 * - `signIn(email, options)`: a page of somebody of the demo's standing cast
 * - `mail()`: every letter sent, newest first; `letter(to, words)`: waits for the newest to somebody, with words
 *   in its subject
 * - `axe(page)`, `validHtml(text)`, `fits(page)`, `shot(page, name)`: see checks.mjs
 * - `url`: where the site is
 *
 * It fails as well when any of its pages complained in the console, broke the security policy, missed a file or
 * asked another host.
 */
export function journey(name, body, { timeout = 90_000 } = {}) {
    test(name, { timeout }, async (t) => {
        const contexts = [];
        const pages = [];
        const heard = [];

        const visitor = async (options) => {
            const context = await contextOf(browser, site, options);
            contexts.push(context);
            context.on("page", (page) => {
                pages.push(page);
                heard.push(complaints(page, new URL(site.url).origin));
            });
            return context.newPage();
        };
        const withoutJavaScript = (options) => visitor({ ...options, javaScript: false });
        const signIn = async (email, options) => {
            const page = await visitor(options);
            await signInOn(page, email);
            return page;
        };

        try {
            await body({ visitor, withoutJavaScript, signIn, mail, letter, axe, validHtml, fits, shot, url: site.url });
            assert.ok(heard.flat().length === 0, `the pages complain:\n${heard.flat().join("\n")}`);
        } catch (failure) {
            for (const [index, page] of pages.entries()) {
                const file = `${FAILURES}/${name.replace(/[^\p{L}\p{N}]+/gu, "-")}-${index}.png`;
                await page.screenshot({ path: file, fullPage: true }).catch(() => {});
                t.diagnostic(`picture of ${page.url()}: ${file}`);
            }
            t.diagnostic(`the server said:\n${site.log().split("\n").slice(-25).join("\n")}`);
            throw failure;
        } finally {
            await Promise.all(contexts.map((context) => context.close()));
        }
    });
}

async function mail() {
    const answer = await fetch(`${site.url}/demo/mail.json`);
    assert.equal(answer.status, 200, "/demo/mail.json");
    return answer.json();
}

async function letter(to, words = "") {
    // Letters leave after the page has answered.
    const deadline = Date.now() + 15_000;
    for (;;) {
        const letters = await mail();
        // `to` may be one address or several, bare or with a name.
        const found = letters.find((sent) => JSON.stringify(sent.to).includes(to) && sent.subject.includes(words));
        if (found) return found;
        const subjects = letters.map((sent) => `${JSON.stringify(sent.to)}: ${sent.subject}`).join("\n");
        assert.ok(Date.now() < deadline, `no letter “${words}” to ${to}, but:\n${subjects}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}
