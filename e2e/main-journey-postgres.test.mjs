// From sign-up to a concluded mission, with scripts, on PostgreSQL.

import { main } from "./journey.mjs";
import { journey, onPostgres } from "./harness.mjs";

onPostgres();
journey("from sign-up to a concluded mission, on PostgreSQL", (kit) => main(kit, { javaScript: true, look: false }), { timeout: 300_000 });
