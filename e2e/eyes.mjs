// Eyes that follow whoever acts on a page: everything the page comes to show is examined, once for each kind of
// visitor, address, answer and state. Nobody has to remember to look.

import { shapeOf } from "./checks.mjs";

/** After these a page may show something new. */
const ACTS = new Set(["goto", "reload", "click", "press", "waitForURL", "waitFor"]);
const KEYS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{43}/g;

/** What a page shows, but for words that differ from one object to the next. Runs in the page. */
function shown() {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim().replace(/\d+/g, "0"));
    const parts = document.querySelectorAll("main, [popover]:popover-open");
    return {
        // Whoever looks, as the page itself says it.
        who: texts("header #account .person p")[0] ?? "visitor",
        html: [...parts].map((part) => part.outerHTML).join("\n"),
        badges: [...new Set(texts("main .badge"))].sort(),
        open: [...document.querySelectorAll("[popover]:popover-open")].map(({ id }) => id),
        settles: document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added") !== null,
    };
}

/** Examines what it has not seen yet. `examine(page, { name, answer })` */
export class Eyes {
    #seen = new Set();
    #names = new Map();
    #answers = new WeakMap();
    #examine;

    constructor(examine) {
        this.#examine = examine;
    }

    /** How many different sights there were. */
    get count() {
        return this.#seen.size;
    }

    /** The same page; whatever is done on it is looked at. */
    follow(page) {
        page.on("response", (answer) => {
            const request = answer.request();
            const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
            if (isPage && (answer.status() < 300 || answer.status() >= 400)) this.#answers.set(page, answer);
        });
        const look = () => this.#look(page);
        const along = (target) =>
            new Proxy(target, {
                get: (_, name) => {
                    const value = target[name];
                    if (typeof value !== "function") return value;
                    if (ACTS.has(name)) {
                        return async (...given) => {
                            const result = await value.apply(target, given);
                            await look();
                            return result;
                        };
                    }
                    return (...given) => {
                        const result = value.apply(target, given);
                        return typeof result?.click === "function" ? along(result) : result;
                    };
                },
            });
        return along(page);
    }

    /** The kind of visitor: with the certification, of which pages say nothing, but which opens this one. */
    async #standing(page, who) {
        if (who === "visitor") return who;
        const answer = await page.request.get("/messages");
        return answer.status() === 403 ? `${who} uncertified` : who;
    }

    async #look(page) {
        await page.waitForLoadState();
        let now = await page.evaluate(shown);
        for (let tries = 0; now.settles && tries < 20; tries += 1) {
            await page.waitForTimeout(50);
            now = await page.evaluate(shown);
        }
        const answer = this.#answers.get(page);
        const status = answer?.status() ?? 0;
        const path = new URL(page.url()).pathname.replace(KEYS, "{}");
        const who = await this.#standing(page, now.who);
        const open = now.open.map((id) => id.replace(KEYS, "{}"));
        const sight = JSON.stringify([who, path, status, shapeOf(now.html), now.badges, open]);
        if (this.#seen.has(sight)) return;
        this.#seen.add(sight);
        const name = `${who} ${path} ${status === 200 ? "" : status}`.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
        const turn = (this.#names.get(name) ?? 0) + 1;
        this.#names.set(name, turn);
        await this.#examine(page, { name: turn === 1 ? name : `${name}-${turn}`, answer });
    }
}
