// What scripts/bench.mjs runs inside the browser. Each function is sent there as source text, so it uses nothing outside of itself.

/**
 * Times the engine and its alternatives in turn; returns medians in milliseconds. Ours reads, finds the tables and
 * checks; of a workbook and a PDF the others only give the text.
 */
export async function measure({ small, large, word, sheet, paper, last }) {
  const ROUNDS = 41;
  /** Rounds before the clock counts: the browser has compiled each side's code for speed by then (a whole check with last
   * year's report settles after some sixty; until then it takes two to three times as long). */
  const WARM = 80;
  /** An engine that runs, as the function that checks a source with it. */
  const started = async (engine) => {
    const replies = [];
    let ready;
    const begun = new Promise((resolve) => (ready = resolve));
    const scope = { onmessage: null, postMessage: (reply) => (reply.type === 'ready' ? ready() : replies.push(reply)) };
    engine.start(scope);
    scope.onmessage({ data: { wasm: engine.wasm } });
    await begun;
    return (source, more) => {
      scope.onmessage({ data: { id: 1, question: 'check', given: { source, name: '', ...more } } });
      const reply = replies.pop();
      if (!reply?.answer?.findings?.length) throw new Error(`no findings: ${JSON.stringify(reply).slice(0, 200)}`);
    };
  };
  const check = await started(globalThis.goujiEngine);
  const checkFile = await started(globalThis.goujiFullEngine);
  const parse = (source) => new DOMParser().parseFromString(source, 'text/html');
  /** Row totals and column balances of table 三, as a script on a page would check them. */
  const sums = (document) => {
    const table = [...document.querySelectorAll('table')].find((t) => t.textContent.includes('本年新收政府信息公开申请数量'));
    const rows = [...table.rows].map((row) => [...row.cells].slice(-7).map((cell) => Number(cell.textContent.trim())));
    const figures = rows.filter((row) => row.length === 7 && row.every((n) => Number.isFinite(n)));
    let broken = figures.filter((row) => row.slice(0, 6).reduce((a, b) => a + b) !== row[6]).length;
    const total = figures[figures.length - 2];
    const out = figures[figures.length - 1];
    for (let column = 0; column < 7; column++) {
      const results = figures.slice(2, -2).reduce((sum, row) => sum + row[column], 0);
      if (results !== total[column]) broken += 1;
      if (figures[0][column] + figures[1][column] !== total[column] + out[column]) broken += 1;
    }
    if (!broken) throw new Error('the sums of the script found nothing');
    return broken;
  };
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  /** Medians of several ways, taken in turn so that a change of the machine's speed meets all of them. */
  const inTurn = async (ways) => {
    const times = ways.map(() => []);
    for (let round = -WARM; round < ROUNDS; round++) {
      for (const [at, way] of ways.entries()) {
        const start = performance.now();
        await way();
        if (round >= 0) times[at].push(performance.now() - start);
      }
    }
    return times.map(median);
  };

  const began = performance.now();
  check(small);
  const first = performance.now() - began;

  const html = async (source) => {
    const [ours, parser, withSums] = await inTurn([() => check(source), () => parse(source), () => sums(parse(source))]);
    return { ours, parser, sums: withSums };
  };
  const file = async (given, other) => {
    const bytes = new Uint8Array(given);
    const [ours, theirs] = await inTurn([() => checkFile(bytes), () => other(bytes)]);
    return { ours, theirs };
  };
  const mustHold = (text) => {
    if (!text.includes('予以公开')) throw new Error('the text is not there');
  };
  const { mammoth, XLSX, pdfjsLib } = globalThis;
  const asHtml = async (bytes) => sums(parse((await mammoth.convertToHtml({ arrayBuffer: bytes.buffer })).value));
  const asRows = (bytes) => {
    const { Sheets, SheetNames } = XLSX.read(bytes, { type: 'array' });
    mustHold(JSON.stringify(SheetNames.map((name) => XLSX.utils.sheet_to_json(Sheets[name], { header: 1 }))));
  };
  const asText = async (bytes) => {
    // pdf.js takes the bytes away.
    const document = await pdfjsLib.getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    let all = '';
    for (let n = 1; n <= document.numPages; n++) {
      const { items } = await (await document.getPage(n)).getTextContent();
      all += items.map(({ str }) => str).join('');
    }
    await document.destroy();
    mustHold(all);
  };
  const [whole] = await inTurn([() => checkFile(small, { previous: last })]);
  return {
    first, whole, small: await html(small), large: await html(large),
    word: await file(word, asHtml), sheet: await file(sheet, asRows), paper: await file(paper, asText),
  };
}

/** Waits for the next paste and keeps, as `painted`, the time from it to the frame after a verdict and its marks are there. */
export function pasteToPaint() {
  globalThis.painted = new Promise((resolve) => {
    document.addEventListener('paste', () => {
      const start = performance.now();
      const look = () => {
        const shown = document.querySelector('gouji-check')?.shadowRoot?.querySelector('.finding');
        if (shown) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}

/** A page of about 400 KB around a report, as a public site serves it: navigation, scripts, styled paragraphs. */
export function largePage(report) {
  const items = Array.from({ length: 1200 }, (_, i) => `<li><a href="/zwgk/${i}.html" title="政务公开栏目${i}">政务公开栏目${i}</a></li>`);
  const text = Array.from({ length: 1000 }, (_, i) => `<p style="text-indent:2em;font-size:16px"><span lang="EN-US">${i}</span>　及时公开各类信息，做好解读和回应，听取公众意见。</p>`);
  const script = `<script>${'var trace=trace||[];trace.push(1);\n'.repeat(1800)}</script>`;
  return `<!DOCTYPE html><html><body><ul>${items.join('')}</ul><div class="article">${report}</div>${script}${text.join('')}</body></html>`;
}
