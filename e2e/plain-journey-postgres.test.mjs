// The same journey without scripts, on PostgreSQL.

import { main } from "./journey.mjs";
import { journey, onPostgres } from "./harness.mjs";

onPostgres();
journey("from sign-up to a concluded mission, without scripts, on PostgreSQL", (kit) => main(kit, { javaScript: false, look: false }), {
    timeout: 300_000,
});
