// The same journey for somebody whose browser runs no scripts.

import { main } from "./journey.mjs";
import { journey } from "./harness.mjs";

journey("from sign-up to a concluded mission, without scripts", (kit) => main(kit, { javaScript: false, look: false }), { timeout: 300_000 });
