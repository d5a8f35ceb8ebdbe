// The site and the browser the journeys run in: the built server with its demo, and the system's own Chromium.

import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** The password of everybody in the demo's standing cast. */
export const PASSWORD = "demo-jem-2026";

/** The server under test. */
export const BINARY = process.env.JEM_BIN ?? fileURLToPath(new URL("../target/debug/jem", import.meta.url));
const READY_WITHIN = 120_000;

/** A new base in the PostgreSQL that `cargo xtask` runs for the tests. */
function newPostgresBase() {
    const server = process.env.JEM_TEST_POSTGRES;
    if (!server) throw new Error("JEM_TEST_POSTGRES is not set: `cargo xtask e2e` sets it.");
    const name = `journey_${randomBytes(6).toString("hex")}`;
    execFileSync("psql", ["--quiet", "--no-psqlrc", "--command", `CREATE DATABASE ${name}`, server]);
    const base = new URL(server);
    base.pathname = `/${name}`;
    return base.href;
}

/**
 * Starts the demo on a free port and waits until it is ready. With `JEM_URL` in the environment, uses the site
 * that runs there instead.
 * @param {"sqlite" | "postgres"} engine what it keeps its data in
 * @returns {Promise<{ url: string, log: () => string, close: () => Promise<void> }>}
 */
export async function openSite(engine = "sqlite") {
    if (process.env.JEM_URL) {
        return { url: process.env.JEM_URL.replace(/\/$/, ""), log: () => "", close: async () => {} };
    }
    const listen = `127.0.0.1:${await freePort()}`;
    const url = `http://${listen}`;
    const database = engine === "postgres" ? ["--database", newPostgresBase()] : [];
    const server = spawn(BINARY, ["demo", "--listen", listen, ...database], {
        stdio: ["ignore", "pipe", "pipe"],
        // Journeys sign in more often in a minute than a person does in a day.
        env: { ...process.env, JEM_LIMITS_FACTOR: "1000" },
    });
    const lines = [];
    for (const output of [server.stdout, server.stderr]) {
        output.setEncoding("utf8").on("data", (text) => lines.push(text) > 200 && lines.shift());
    }
    const log = () => lines.join("");
    let ended;
    server.on("error", (why) => (ended = why.message));
    server.on("exit", (code, signal) => (ended ??= `it ended with ${code ?? signal}`));
    // However this process ends, the server does not outlive it.
    process.on("exit", () => server.kill("SIGKILL"));
    for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"]) process.once(signal, () => process.exit(1));

    const start = Date.now();
    while (!(await isReady(url))) {
        if (ended) throw new Error(`${BINARY} does not serve: ${ended}\n${log()}`);
        if (Date.now() - start > READY_WITHIN) throw new Error(`${url}/readyz does not answer\n${log()}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const close = async () => {
        if (ended) return;
        const gone = once(server, "exit");
        server.kill("SIGTERM");
        // It finishes the requests in flight; an open page may keep a stream for ever.
        const late = setTimeout(() => server.kill("SIGKILL"), 10_000);
        await gone;
        clearTimeout(late);
    };
    return { url, log, close };
}

async function isReady(url) {
    try {
        return (await fetch(`${url}/readyz`)).ok;
    } catch {
        return false;
    }
}

async function freePort() {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address();
    listener.close();
    await once(listener, "close");
    return port;
}

/** Chromium without a sandbox (it refuses to run as root with one) and without a word to the outside. */
export function openBrowser() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });
}

/** A context of the browser as one visitor has it; paths given to its pages start at the site. */
export function contextOf(browser, site, { javaScript = true, width = 1280, language = "fr-CH", dark = false } = {}) {
    return browser.newContext({
        baseURL: site.url,
        javaScriptEnabled: javaScript,
        locale: language,
        colorScheme: dark ? "dark" : "light",
        timezoneId: "Europe/Zurich",
        viewport: { width, height: width < 600 ? 844 : 900 },
    });
}

/** Signs a page in as a person would: address, password, Enter. */
export async function signInOn(page, email, password = PASSWORD) {
    await page.goto("/sign-in");
    const form = page.locator("form").filter({ has: page.locator("input[type=password]") }).first();
    await form.locator("input[type=email], input[name=email]").first().fill(email);
    await form.locator("input[type=password]").fill(password);
    await form.locator("input[type=password]").press("Enter");
    try {
        await page.waitForURL((url) => url.pathname !== "/sign-in", { timeout: 15_000 });
    } catch (why) {
        throw new Error(`${email} could not sign in: ${await page.locator("main").innerText()}`, { cause: why });
    }
}
