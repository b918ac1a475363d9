// What the tests share: the program, a browser, pages that report what they do.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// The program named, else the one built last.
const built = ['target/release/plan', 'target/debug/plan'].map((path) => join(root, path)).filter((path) => existsSync(path));
const program = process.env.PLAN ?? built.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];

const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));

const { chromium } = await import('playwright-core').catch(() => ({}));

// Why the tests cannot run here; a run that must not skip them sets BROWSER_TESTS=required.
export const missing = [
  [program, 'no program: run cargo build'],
  [executable, 'no Chromium: install it or set CHROMIUM'],
  [chromium, 'no playwright-core: run npm ci in tests/browser'],
].find(([found]) => !found)?.[1];
if (missing && process.env.BROWSER_TESTS === 'required') throw new Error(missing);

export const folder = mkdtempSync(join(tmpdir(), 'plan-browser-'));

export const run = (...words) => execFileSync(program, words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });

export function report(name, ...words) {
  run('report', ...words, '-o', name);
  return pathToFileURL(join(folder, name)).href;
}

let browser;

export async function open(address, { lang = 'zh', ...settings } = {}) {
  browser ??= await chromium.launch({
    executablePath: executable,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  page.said = [];
  page.asked = [];
  page.on('console', (message) => page.said.push(message.text()));
  page.on('pageerror', (error) => page.said.push(error.message));
  page.on('request', (request) => page.asked.push(request.url()));
  await page.addInitScript((wanted) => {
    if (!localStorage.getItem('plan.language')) localStorage.setItem('plan.language', wanted);
  }, lang);
  await page.goto(address);
  await page.waitForSelector('main *');
  return page;
}

// Reads until what is read is what is expected; what is last read is told.
export async function eventually(read, expected, seconds = 15) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, expected) || Date.now() > until) {
      assert.deepEqual(found, expected);
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}

export const close = () => browser?.close();
