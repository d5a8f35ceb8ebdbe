// From sign-up to a concluded mission, with scripts, on SQLite. Every page of it is whole: accessible, valid, and
// at any width.

import { main } from "./journey.mjs";
import { journey } from "./harness.mjs";

journey("from sign-up to a concluded mission", (kit) => main(kit, { javaScript: true }), { timeout: 300_000 });
