// `npm run test:browser`: opens an HTML report in a headless Chromium and uses it as a person would. Stands apart, because it needs a browser:
// `CHROMIUM=/path npm run test:browser`, or one in the usual place. Screenshots go to a temporary folder, which is named at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { root, setUp } from './setup.mjs';

setUp();

const executablePath =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
    existsSync(file),
  );
if (executablePath === undefined) {
  console.error(
    'There is no Chromium: install one (apt-get install chromium), or name it: CHROMIUM=/path npm run test:browser',
  );
  process.exit(2);
}

const shots = mkdtempSync(path.join(tmpdir(), 'ird2scxml-screens-'));
const work = mkdtempSync(path.join(tmpdir(), 'ird2scxml-browser-'));
const failures = [];
const check = (name, holds) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'}  ${name}`);
  if (!holds) failures.push(name);
};
const run = (...args) =>
  spawnSync(process.execPath, [path.join(root, 'bin/ird2scxml.js'), ...args], {
    cwd: work,
    encoding: 'utf8',
  });

const { stderr } = run(
  'convert',
  path.join(root, 'fixtures/strategies/production'),
  '-o',
  'pages',
  '--check',
  '--fail-on',
  'never',
  '--format',
  'html=report.html',
  '--format',
  'json=report.json',
  '--quiet',
);
check(`convert writes the report ${stderr}`, existsSync(path.join(work, 'report.html')));
run('report', 'report.json', '--format', 'html=many.html', '--html-pages', '2', '--quiet');
check(
  'a stored report gives the same page',
  readFileSync(path.join(work, 'report.html'), 'utf8') === rendered('again.html'),
);

function rendered(name) {
  run('report', 'report.json', '--format', `html=${name}`, '--quiet');
  return readFileSync(path.join(work, name), 'utf8');
}

/** Whether something comes true soon: what a click begins may end after it. */
async function eventually(holds) {
  for (let tries = 0; tries < 50; tries++) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const browser = await chromium.launchPersistentContext(path.join(work, 'profile'), {
  executablePath,
  headless: true,
  args: flags,
  viewport: { width: 1400, height: 900 },
});
try {
  const open = async (file, options = {}) => {
    const page = await browser.newPage();
    const trouble = [];
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on(
      'request',
      (request) => request.url().startsWith('file:') || trouble.push(`asks for ${request.url()}`),
    );
    await page.emulateMedia({ colorScheme: options.dark ? 'dark' : 'light' });
    await page.setViewportSize({ width: options.width ?? 1400, height: 900 });
    await page.goto(pathToFileURL(path.join(work, file)).href);
    return { page, trouble, shot: (name) => page.screenshot({ path: path.join(shots, `${name}.png`) }) };
  };

  const { page, trouble, shot } = await open('report.html');
  await shot('overview');
  const table = page.locator('table.data').first();
  const names = () => table.locator('tbody tr:not([hidden]) td:first-child').allTextContents();
  const before = await names();
  await table.getByRole('button', { name: 'strategy' }).click();
  await table.getByRole('button', { name: 'strategy' }).click();
  const after = await names();
  check(
    'sorting puts the last name first, and loses none',
    after.length === before.length &&
      after[0] === [...before].sort(new Intl.Collator('en', { numeric: true }).compare).at(-1),
  );
  const blocks = async () => (await table.locator('tbody tr td:nth-child(5)').allTextContents()).map(Number);
  await table.getByRole('button', { name: 'blocks' }).click();
  const sizes = await blocks();
  check(
    'figures sort as figures, the largest first',
    sizes.every((size, i) => i === 0 || size <= sizes[i - 1]),
  );
  const search = page.getByRole('searchbox', { name: 'Filter Strategies' });
  await search.fill('bank main');
  const left = await names();
  check('filtering leaves what fits', left.includes('Bank main line') && left.length < before.length);
  await search.fill('');
  check('an empty filter shows all again', (await names()).length === before.length);
  const kinds = page.locator('.filters').first().locator('select').first();
  await kinds.selectOption({ index: 1 });
  check('a choice of kinds leaves fewer', (await names()).length < before.length);
  await kinds.selectOption({ index: 0 });

  await table.getByRole('link', { name: 'Bank main line' }).click();
  const section = page.locator('details.strategy[open]');
  check(
    'a link opens the strategy',
    (await section.locator('summary h2').first().textContent()) === 'Bank main line',
  );
  const [flow, machine] = [section.locator('.canvas').nth(0), section.locator('.canvas').nth(1)];
  await shot('strategy');
  await flow.locator('a').nth(2).click();
  check(
    'a block lights its states',
    await eventually(
      async () =>
        (await machine.locator('.lit').count()) > 0 && (await section.locator('tr.lit').count()) === 1,
    ),
  );
  await shot('linked');
  await page.keyboard.press('Escape');
  check('Escape ends it', await eventually(async () => (await section.locator('.lit').count()) === 0));
  await machine.locator('a').nth(5).focus();
  await page.keyboard.press('Enter');
  check(
    'Enter on a state lights its block',
    await eventually(async () => (await flow.locator('.lit').count()) === 1),
  );
  const width = () => flow.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width);
  const usual = await width();
  await flow.focus();
  await page.keyboard.press('+');
  check('a key makes the drawing larger', await eventually(async () => (await width()) > usual));
  await section.getByRole('button', { name: 'fit' }).first().click();
  check(
    'a button shows the whole drawing',
    await eventually(() =>
      flow.evaluate(
        (canvas) =>
          canvas.scrollWidth <= canvas.clientWidth + 2 && canvas.scrollHeight <= canvas.clientHeight + 24,
      ),
    ),
  );
  await section.locator('td a').first().click();
  check(
    'a line of the source is led to',
    await eventually(() => section.locator('details.texts').evaluate((texts) => texts.open)),
  );
  await shot('lines');
  check(`nothing is loaded, nothing goes wrong: ${trouble.join('; ')}`, trouble.length === 0);
  await page.emulateMedia({ media: 'print' });
  check(
    'paper has no controls',
    !(await page.locator('nav').isVisible()) && !(await page.locator('.filters').first().isVisible()),
  );
  await page.pdf({ path: path.join(shots, 'paper.pdf'), format: 'A4' });
  await page.close();

  const dark = await open('report.html', { dark: true });
  const brightness = await dark.page.evaluate(
    () => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0],
  );
  check('in the dark the paper is dark', brightness < 60);
  await dark.shot('dark');
  await dark.page.goto(`${pathToFileURL(path.join(work, 'report.html')).href}#calls`);
  await dark.shot('dark-calls');
  await dark.page.close();

  const narrow = await open('report.html', { width: 400 });
  check(
    'a narrow screen needs no scrolling sideways',
    await narrow.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
  );
  await narrow.shot('narrow');
  await narrow.page.locator('table.data a').first().click();
  await narrow.shot('narrow-strategy');
  check(
    'nor does a strategy',
    await narrow.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
  );
  await narrow.page.close();

  const first = await open('report.html');
  await first.page.locator('table.data').first().getByRole('link', { name: 'Premium line' }).click();
  check(
    'a state machine is shown where it begins',
    await first.page
      .locator('details.strategy[open] .canvas')
      .nth(1)
      .evaluate((canvas) => {
        const [here, there] = [canvas, canvas.querySelector('.s-terminal')].map((each) =>
          each.getBoundingClientRect(),
        );
        return (
          there.left >= here.left &&
          there.right <= here.right &&
          there.top >= here.top &&
          there.bottom <= here.bottom
        );
      }),
  );
  await first.page.close();

  spawnSync(process.execPath, [
    path.join(root, 'scripts/estate.mjs'),
    '--hostile',
    '--count',
    '3',
    '--out',
    path.join(work, 'hostile'),
  ]);
  const estate = ['hostile', '-o', 'hostile-pages', '--fail-on', 'never', '--quiet'];
  run('convert', ...estate, '--format', 'html=hostile.html', '--html-pages', '5');
  const pages = readdirSync(path.join(work, 'hostile-strategies')).filter((name) => name.endsWith('.html'));
  const harm = [];
  const visitor = await browser.newPage();
  visitor.on('dialog', (dialog) => {
    harm.push(`a dialog says ${dialog.message()}`);
    void dialog.dismiss();
  });
  visitor.on('pageerror', (error) => harm.push(error.message));
  visitor.on('console', (message) => message.type() === 'error' && harm.push(message.text()));
  visitor.on(
    'request',
    (request) => request.url().startsWith('file:') || harm.push(`asks for ${request.url()}`),
  );
  for (const name of ['hostile.html', ...pages.map((page) => `hostile-strategies/${page}`)]) {
    await visitor.goto(pathToFileURL(path.join(work, name)).href);
    await visitor.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
  }
  check(
    `${pages.length} pages of hostile strategies do nothing: ${harm.join('; ')}`,
    pages.length > 30 && harm.length === 0,
  );
  await visitor.goto(pathToFileURL(path.join(work, 'hostile.html')).href);
  await visitor.screenshot({ path: path.join(shots, 'hostile.png') });
  await visitor.close();

  run(
    'audit',
    path.join(root, 'fixtures/strategies/production'),
    '--fail-on',
    'never',
    '--quiet',
    '--format',
    'html=audit.html',
  );
  run('check', path.join(work, 'pages'), '--fail-on', 'never', '--quiet', '--format', 'html=check.html');
  for (const name of ['audit', 'check']) {
    const report = await open(`${name}.html`);
    await report.page.locator('table.data').first().locator('a').first().click();
    const section = report.page.locator('details.strategy[open]');
    check(
      `${name} draws`,
      await eventually(async () => (await section.locator('.canvas svg .box').count()) > 3),
    );
    if (name === 'check') {
      await section.locator('.canvas a').nth(2).click();
      check(
        'a state leads to its line',
        await eventually(() => section.locator('details.texts').evaluate((texts) => texts.open)),
      );
    }
    await report.shot(name);
    check(`${name} loads nothing: ${report.trouble.join('; ')}`, report.trouble.length === 0);
    await report.page.close();
  }

  const many = await open('many.html');
  await many.page.locator('table.data a').first().click();
  await many.page.waitForSelector('details.strategy[open]');
  check('an index leads to the page of a strategy', many.page.url().includes('/many-strategies/'));
  await many.page.getByRole('link', { name: 'Overview', exact: true }).click();
  check('and that back', many.page.url().endsWith('many.html'));
  check(`neither loads anything: ${many.trouble.join('; ')}`, many.trouble.length === 0);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
console.log(`Screenshots: ${shots}`);
if (failures.length > 0) console.error(`${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
