// npm start: sets the machine up, builds, serves the page. `npm start -- --port 9000` chooses the port.

import { build } from './build.mjs';
import { main } from './run.mjs';
import { serveAndSay } from './serve.mjs';

main(import.meta, async () => {
  await build();
  await serveAndSay(process.argv.slice(2));
});
