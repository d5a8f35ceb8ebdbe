// Pictures of pages, to look at while building them:
//
//     node shots.mjs FOLDER [who:]/path …
//     node shots.mjs /tmp/shots / lea:/dashboard brun:/manage mara:/staff
//
// `who` is somebody of the demo's standing cast (lea = lea@jem.example); without, a visitor looks. Each page gives
// two pictures, 1280 and 390 px wide. Starts the demo by itself (JEM_BIN), or uses the site at JEM_URL.

import { shot } from "./checks.mjs";
import { contextOf, openBrowser, openSite, signInOn } from "./site.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder || wanted.length === 0) {
    console.error("Usage: node shots.mjs FOLDER [who:]/path …");
    process.exit(2);
}

const site = await openSite();
const browser = await openBrowser();
const pages = new Map();
try {
    for (const what of wanted) {
        const [, who, path] = /^(?:([\w.@-]+):)?(\/.*)$/.exec(what) ?? [];
        if (!path) throw new Error(`“${what}” is not [who:]/path`);
        if (!pages.has(who)) {
            const page = await (await contextOf(browser, site)).newPage();
            if (who) await signInOn(page, who.includes("@") ? who : `${who}@jem.example`);
            pages.set(who, page);
        }
        const page = pages.get(who);
        const answer = await page.goto(path);
        const name = `${who ?? "visitor"}${path.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/-$/, "")}`;
        await shot(page, name === "visitor" ? "visitor-home" : name, folder);
        console.log(`${answer.status()} ${what} → ${folder}/${name}-*.png`);
    }
} finally {
    await browser.close();
    await site.close();
}
