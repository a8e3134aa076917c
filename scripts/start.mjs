// `npm start`: sets up what is missing, then converts and checks the shipped examples, or runs ird2scxml with the arguments given.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root, setUp } from './setup.mjs';

setUp();

const given = process.argv.slice(2);
const examples = path.join('fixtures', 'strategies');
// `out` belongs to the examples: --force keeps a second run from stumbling over pages of an older version.
const demonstration = [
  ...['convert', examples, '-o', 'out', '--check', '--force', '--fail-on', 'never'],
  ...['--format', 'pretty=out/findings.txt', '--format', 'json=out/report.json'],
];
const isDemonstration = given.length === 0;
const { status, signal } = spawnSync(
  process.execPath,
  [path.join(root, 'bin', 'ird2scxml.js'), ...(isDemonstration ? demonstration : given)],
  {
    // npm runs scripts in the project folder; paths that the user gives are meant from where the user stands.
    cwd: isDemonstration ? root : (process.env.INIT_CWD ?? process.cwd()),
    stdio: 'inherit',
  },
);
if (isDemonstration && status === 0) {
  process.stderr.write(`
Strategies   ${path.join(root, examples)}
Pages        ${path.join(root, 'out')}
Findings     ${path.join(root, 'out', 'findings.txt')}
Report       ${path.join(root, 'out', 'report.json')}
Next         npm start -- convert <your exports> -o <folder> --check
             npm start -- --help
`);
}
process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 2);
