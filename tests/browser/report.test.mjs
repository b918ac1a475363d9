// `plan report`, opened from a disk and used in a browser.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { close, eventually, folder, missing, open, report, run } from './browser.mjs';

describe('the page of plan report', { skip: missing ?? false }, () => {
  let address;
  let gaps;
  let linked;
  // One whose counterparts are sentences, one that has a heading among them.
  let paired;

  before(() => {
    address = report('report.html', 'central');
    const { clauses } = JSON.parse(run('diff', 'central', 'weihai', '--format', 'json'));
    gaps = clauses.filter((clause) => clause.kind === 'measure' && clause.status === 'gap');
    linked = clauses.find((clause) => clause.kind === 'measure' && clause.links.length > 1);
    const isHeading = (link) => link.local.endsWith('.h');
    paired = [
      clauses.find((clause) => clause.kind === 'measure' && clause.links.length > 1 && !clause.links.some(isHeading)),
      clauses.find((clause) => clause.links.length > 1 && clause.links.some(isHeading)),
    ];
  });
  after(close);

  const texts = (page, selector) => page.$$eval(selector, (nodes) => nodes.map((node) => node.textContent));
  const inView = (page, selector) => page.locator(selector).first().evaluate((node) => {
    const pane = node.closest('.pane').getBoundingClientRect();
    const { top, bottom } = node.getBoundingClientRect();
    return top >= pane.top && bottom <= pane.bottom;
  });
  // What the page shows once it has settled; a state that it never reaches fails.
  const shows = (page, selector, count) => eventually(() => page.locator(selector).count(), count);
  const marks = (page, selector, name) => eventually(() => page.locator(selector).evaluateAll((nodes, key) => nodes.map((node) => node.getAttribute(key)), name[0]), [name[1]]);
  const seen = (page, selector) => eventually(() => inView(page, selector), true);

  it('opens quietly, asks for nothing, and counts as plan diff does', async () => {
    const page = await open(address);
    assert.deepEqual(await texts(page, '.heat thead th a'), ['威海', '台州', '广州', '上海']);
    const { summary } = JSON.parse(run('diff', 'central', 'weihai', '--format', 'json'));
    const { total } = summary;
    const rows = [total.covered, total.covered_or_partial, total.covered_partial_or_topic_only];
    const cell = await page.$eval('.heat .sum td', (node) => [...node.querySelectorAll('.strip')].map((strip) => strip.lastChild.textContent));
    assert.deepEqual(cell, rows.map((n) => `${n}/${total.counted}`));
    const means = [summary.paragraph_means.covered, summary.paragraph_means.covered_or_partial];
    assert.equal((await texts(page, '.overview .totals tbody tr:first-child td'))[4], means.map((mean) => mean.toFixed(2)).join(' · '));
    assert.deepEqual(page.said, []);
    assert.deepEqual(page.asked.filter((url) => !url.startsWith('data:')), [address]);
  });

  it('opens a chapter into its clauses', async () => {
    const page = await open(address);
    const button = page.locator('.heat tbody button').first();
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    await button.click();
    await eventually(() => button.getAttribute('aria-expanded'), 'true');
    await page.locator('.heat tr.clause').nth(5).waitFor();
    assert.deepEqual(page.said, []);
  });

  it('filters to the gaps of a place', async () => {
    const page = await open(`${address}#view=clauses&city=weihai`);
    await page.selectOption('select[name=status]', 'gap');
    await eventually(() => page.textContent('#matching'), `符合条件：${gaps.length} 条`);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await eventually(() => texts(page, '.pairs tbody th'), gaps.map((gap) => gap.citation));
    assert.deepEqual(new Set(await texts(page, '.pairs td:last-child')), new Set(['文本中未见对应表述。']));
    await page.click('#clear');
    await page.waitForURL((url) => !url.hash.includes('status'));
    assert.deepEqual(page.said, []);
  });

  it('brings the counterparts of a clause into view, and leads back', async () => {
    for (const clause of paired) {
      const page = await open(`${address}#view=read&city=weihai`);
      await page.click(`[data-clause="${clause.id}"] .dot`);
      await page.waitForURL((url) => url.hash.endsWith(`clause=${clause.id}`));
      await shows(page, '.pane.local .counterpart', clause.links.length);
      await marks(page, '.pane.local .focused', ['data-local', clause.links[0].local]);
      await seen(page, '.pane.local .focused');
      assert.ok(await page.locator('.pane mark').count() > 0);

      const second = clause.links[1].local;
      await page.locator('.panel article.card').nth(1).locator('a').click();
      await marks(page, '.pane.local .focused', ['data-local', second]);
      await seen(page, '.pane.local .focused');

      await page.goBack();
      await marks(page, '.pane.local .focused', ['data-local', clause.links[0].local]);

      await page.keyboard.press('Escape');
      await shows(page, '.chosen', 0);
      await page.click(`[data-local="${second}"] .dot`);
      await shows(page, `.pane.reference .counterpart[data-clause="${clause.id}"]`, 1);
      await seen(page, '.pane.reference .counterpart');
      await page.locator('.panel article.card', { hasText: clause.citation }).locator('a').first().click();
      await marks(page, '.pane.reference .chosen', ['data-clause', clause.id]);
      assert.deepEqual(page.said, []);
      await page.context().close();
    }
  });

  it('is led by the keyboard and by addresses', async () => {
    const page = await open(`${address}#${linked.id}`);
    await marks(page, '.chosen', ['data-clause', linked.id]);
    await page.keyboard.press('j');
    await page.waitForFunction((id) => document.querySelector('.chosen')?.dataset.clause !== id, linked.id);
    await page.keyboard.press('k');
    await marks(page, '.chosen', ['data-clause', linked.id]);
    await page.keyboard.press('n');
    await page.waitForURL(/local=/);
    await page.keyboard.press('/');
    await eventually(() => page.evaluate(() => document.activeElement.name), 'q');
    await page.keyboard.type('监督');
    await page.waitForURL(/q=/);
    await page.waitForSelector('.clause.faded', { state: 'attached' });
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => document.activeElement.name), undefined);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'hidden' });
    await page.keyboard.press('1');
    await page.waitForSelector('.heat');
    assert.deepEqual(page.said, []);
  });

  it('speaks both languages', async () => {
    const page = await open(address);
    const spoken = () => page.getAttribute('html', 'lang');
    await eventually(spoken, 'zh-CN');
    await page.click('#language');
    await eventually(spoken, 'en');
    await page.getByText('never that the work was not done').first().waitFor();
    const chinese = await page.$$eval('body *:not([lang] *)', (nodes) => nodes
      .filter((node) => !node.closest('[lang^=zh]') && !['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(node.tagName))
      .flatMap((node) => [...node.childNodes].filter((child) => child.nodeType === 3 && /\p{Script=Han}/u.test(child.data)).map((child) => child.data)));
    assert.deepEqual(chinese, []);
    await page.click('#language');
    await eventually(spoken, 'zh-CN');
    assert.deepEqual(page.said, []);
  });

  it('lists units with their tasks, and says where a text names none', async () => {
    const page = await open(`${address}#view=units&city=weihai`);
    await page.click('.unitview tbody th a');
    await page.locator('.tasks li').nth(10).waitFor();
    await page.goto(`${address}#view=units&city=guangzhou`);
    await eventually(() => texts(page, '.unitview .empty'), ['文中未列责任单位。']);
    assert.deepEqual(page.said, []);
  });

  it('keeps a decision, saves it, and takes it back in', async () => {
    const page = await open(`${address}#city=weihai&clause=${linked.id}`);
    await page.locator('.panel .card').first().getByRole('button', { name: '否定对应' }).click();
    await page.locator('.panel textarea').fill('另有一处');
    await page.locator('.panel textarea').blur();
    await shows(page, '.panel .card', linked.links.length - 1);
    const gap = gaps.find((one) => one.nearest?.length);
    await page.goto(`${address}#city=weihai&clause=${gap.id}`);
    await page.locator('.panel .card.near').first().getByRole('button').click();
    await eventually(() => texts(page, '.panel .status strong'), ['部分承接，已核定']);
    await page.goto(`${address}#view=decisions`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save=weihai]')]);
    assert.equal(download.suggestedFilename(), 'decisions.json');
    const saved = join(folder, 'decisions.json');
    await download.saveAs(saved);
    const form = JSON.parse(readFileSync(saved, 'utf8'));
    assert.equal(form.schema, 'plan.decisions/1');
    assert.equal(form.local.id, 'weihai');
    const actions = form.decisions.map(({ clause, action }) => `${clause} ${action}`).sort();
    assert.deepEqual(actions, [`${gap.id} add`, `${linked.id} reject`, `${linked.id} remark`].sort());
    assert.ok(form.decisions.every((one) => /^[0-9a-f]{64}$/.test(one.clause_sha256)));
    assert.deepEqual(page.said, []);

    // Fed back, it is seen in what the program says, and in the page that it writes.
    const fed = JSON.parse(run('diff', 'central', 'weihai', '--decisions', saved, '--format', 'json'));
    assert.equal(fed.decisions.applied, 3);
    const verdict = (id) => fed.clauses.find((clause) => clause.id === id);
    assert.equal(verdict(linked.id).links.length, linked.links.length - 1);
    assert.equal(verdict(linked.id).remark, '另有一处');
    assert.deepEqual([verdict(gap.id).status, verdict(gap.id).links[0].decided_by], ['partial', 'reader']);
    const decided = await open(`${report('decided.html', 'central', 'weihai', '--decisions', saved)}#view=clauses&city=weihai&status=decided`);
    await eventually(() => decided.textContent('#matching'), '符合条件：2 条');
    assert.deepEqual(decided.said, []);

    // In another browser, with one decision whose clause has since changed.
    form.decisions[0].clause_sha256 = '0'.repeat(64);
    const edited = join(folder, 'edited.json');
    writeFileSync(edited, JSON.stringify(form));
    const other = await open(`${address}#view=decisions`);
    await other.setInputFiles('input[type=file]', edited);
    await shows(other, '.review .pairs tbody tr', 2);
    await other.locator('.review', { hasText: '该条表述已变化' }).waitFor();
    assert.deepEqual(other.said, []);
  });

  it('shows hostile text as text', async () => {
    const reference = join(folder, 'r.txt');
    const local = join(folder, 'l.txt');
    const hostile = '</script><script>window.caught=1</script><img src=x onerror=window.caught=2>';
    writeFileSync(reference, `工作规划\n\n一、加强教育${hostile}\n（一）加强宣传教育。每年开展一次主题教育${hostile}。\n`);
    writeFileSync(local, `某市实施细则\n\n一、加强教育\n1．每年开展一次主题教育${hostile}。\n牵头单位：市委${hostile}\n`);
    const hostilePage = report('hostile.html', reference, local);
    for (const view of ['overview', 'read', 'clauses&city=l', 'units', 'additions', 'decisions']) {
      const page = await open(`${hostilePage}#view=${view}`);
      assert.equal(await page.evaluate(() => window.caught), undefined, view);
      assert.deepEqual(page.said, [], view);
      assert.deepEqual(page.asked.filter((url) => !url.startsWith('data:')).length, 1, view);
      await page.context().close();
    }
  });

  it('brings in details that lie beside it', async () => {
    // Not one of the corpus any more: by its hash it would be known as what it is.
    const text = `${readFileSync(new URL('../../seeds/weihai.txt', import.meta.url), 'utf8')}\n`;
    const places = Array.from({ length: 41 }, (_, at) => `某${at}市.txt`);
    for (const place of places) writeFileSync(join(folder, place), text);
    const many = report('many.html', 'central', ...places);
    const page = await open(many);
    await shows(page, '.heat thead th', 42);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
    assert.ok(!page.asked.some((url) => url.includes('many_files')));

    // From the heat map into a chapter, a clause, what a place says of it.
    await page.locator(`[data-chapter="${linked.id.split('.')[0]}"] button`).click();
    await page.locator('.heat tr.clause', { hasText: linked.citation }).locator('td a').nth(7).click();
    await page.waitForURL((url) => url.hash.includes(linked.id));
    await eventually(() => page.locator('.panel article.card').count(), linked.links.length);
    const { locals } = JSON.parse(run('diff', 'central', 'weihai', '--format', 'json'));
    const counterpart = locals.find(({ id }) => id === linked.links[0].local);
    await page.locator('.panel .card', { hasText: counterpart.citation }).first().waitFor();
    assert.deepEqual(page.asked.filter((url) => url.includes('many_files')).map((url) => url.split('/').pop()), ['8.js']);
    assert.deepEqual(page.said, []);
  });

  it('is laid out for a narrow screen', async () => {
    const page = await open(`${address}#city=weihai&clause=${linked.id}`, { viewport: { width: 390, height: 844 } });
    await page.locator('.pane.reference').waitFor();
    await page.locator('.pane.local').waitFor({ state: 'hidden' });
    await page.click('.sides [data-to=local]');
    await page.locator('.pane.local').waitFor();
    for (const view of ['overview', 'clauses&city=weihai', 'units&city=weihai', 'additions', 'decisions']) {
      await page.goto(`${address}#view=${view}`);
      await page.locator(`body[data-view=${view.split('&')[0]}]`).waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${view} is ${width} wide`);
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`can be read and used by all (${colorScheme})`, async () => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      for (const view of ['view=overview', `city=weihai&clause=${linked.id}`, `city=weihai&clause=${gaps[0].id}&status=gap`,
        'view=clauses&city=weihai&chapter=2', `view=clauses&clause=${linked.id}`, 'view=units&city=weihai', 'view=additions&city=weihai', 'view=decisions']) {
        const page = await open(`${address}#${view}`, { colorScheme, bypassCSP: true });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any.map((check) => check.message).join(' ')}`).join(' | ')}`);
        assert.deepEqual(found, [], view);
        await page.context().close();
      }
    });
  }
});
