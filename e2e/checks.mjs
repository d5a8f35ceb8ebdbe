// What every page must be: readable for all, valid, quiet in the console, and whole at any width.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import axeCore from "axe-core";
import { HtmlValidate } from "html-validate";

/** Widths at which pages are looked at: a laptop and a phone. */
export const WIDTHS = [1280, 390];

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// Pages being examined: axe tries out inline styles, which the security policy forbids and the console reports.
const examined = new WeakSet();

/** Fails with a readable list when the page breaks WCAG 2.2 A or AA in a way a machine can see. */
export async function axe(page) {
    examined.add(page);
    await page.evaluate(axeCore.source);
    const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), WCAG);
    // What the console said meanwhile arrives before this.
    const last = page.waitForEvent("console", (message) => message.text() === "examined");
    await page.evaluate(() => console.debug("examined"));
    await last;
    examined.delete(page);
    const list = violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}\n    ${node.target.join(" ")}\n    ${node.failureSummary.replaceAll("\n", "\n    ")}`),
    );
    assert.equal(list.length, 0, `${page.url()} is not accessible:\n${list.join("\n")}`);
}

// The standard's own rules; taste is left to whoever writes the page. The security policy forbids inline styles.
const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "no-inline-style": "error", "no-raw-characters": "off", "valid-id": ["error", { relaxed: true }] },
});

/** Fails with a readable list when the text is not valid HTML. */
export async function validHtml(text) {
    const { results } = await validator.validateString(text);
    const list = results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2);
    const lines = text.split("\n");
    const shown = list.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}\n    ${lines[line - 1]?.trim().slice(0, 160)}`);
    assert.equal(shown.length, 0, `not valid HTML:\n${shown.join("\n")}`);
}

/**
 * What a page is made of, but for its words and how often a part comes: two pages of one shape break the same rules
 * of structure and style.
 */
export function shapeOf(html) {
    const shape = new Set();
    for (const [, tag, attributes] of html.matchAll(/<([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)) {
        const of = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
        const looks = of("class").replace(/\bhtmx-\w+/g, "").trim();
        shape.add([tag, looks, of("type"), of("role"), of("aria-invalid"), of("aria-current")].join("."));
    }
    return [...shape].sort().join(" ");
}

/** Fails when the page must be scrolled sideways at this width (WCAG 2.2, 1.4.10 “Reflow”). */
export async function fits(page, width = 390) {
    const before = page.viewportSize();
    await page.setViewportSize({ ...before, width });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.setViewportSize(before);
    assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width} px`);
}

/** Pictures of the page at both widths, in `e2e/shots` unless told otherwise. */
export async function shot(page, name, folder = fileURLToPath(new URL("shots", import.meta.url))) {
    await mkdir(folder, { recursive: true });
    const before = page.viewportSize();
    for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
        await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true, animations: "disabled" });
    }
    await page.setViewportSize(before);
}

/**
 * Collects what a page complains about: errors and broken security policy in the console, exceptions, missing
 * files, and requests to anybody else.
 * @returns {string[]} filled while the page lives
 */
export function complaints(page, origin) {
    const list = [];
    const complain = (what) => list.push(`${page.url()}: ${what}`);
    page.on("pageerror", (error) => complain(error.stack ?? error.message));
    page.on("console", (message) => {
        // Answers are judged below, by what was asked for: a 404 page is a page.
        const isAnswer = message.text().startsWith("Failed to load resource");
        const isAxe = examined.has(page) && message.text().includes("Content Security Policy");
        // A page that is left takes what it was fetching with it; answers that fail are judged below.
        const isLeft = message.text().includes("htmx:error: Failed to fetch");
        if (message.type() === "error" && !isAnswer && !isAxe && !isLeft) complain(message.text());
    });
    page.on("request", (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) complain(`asks ${url.origin}`);
    });
    page.on("response", (response) => {
        const request = response.request();
        // A form sent by htmx may be answered 409 or 422, and be shown.
        const isExpected = request.isNavigationRequest() || ["fetch", "xhr"].includes(request.resourceType());
        if (response.status() >= (isExpected ? 500 : 400)) complain(`${response.status()} for ${response.url()}`);
    });
    return list;
}
