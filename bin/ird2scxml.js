#!/usr/bin/env node
// Checks the Node version before anything that needs it is loaded, then hands over.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `ird2scxml needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run it again.\n`,
  );
  process.exitCode = 2;
} else {
  import('../dist/cli/main.js').then(
    ({ main }) => main(process.argv.slice(2)),
    (error) => {
      process.stderr.write(
        error?.code === 'ERR_MODULE_NOT_FOUND'
          ? 'ird2scxml is not built yet: run "npm start" or "npm run build" in its folder once.\n'
          : `${error?.stack ?? error}\n`,
      );
      process.exitCode = 2;
    },
  );
}
