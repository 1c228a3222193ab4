// What scripts/bench.mjs runs inside the browser for the files of offices: the full engine beside SheetJS and pdf.js.
// Sent there as source text, so it uses nothing outside of itself.

/** Medians in milliseconds, the sides in turn. Ours reads, finds the tables and checks; theirs only give the text. */
export async function measureFiles({ sheet, paper }) {
  const ROUNDS = 21;
  const { goujiFullEngine: engine, XLSX, pdfjsLib } = globalThis;
  const replies = [];
  let ready;
  const started = new Promise((resolve) => (ready = resolve));
  const scope = { onmessage: null, postMessage: (reply) => (reply.type === 'ready' ? ready() : replies.push(reply)) };
  engine.start(scope);
  scope.onmessage({ data: { wasm: engine.wasm } });
  await started;

  const check = (source) => {
    scope.onmessage({ data: { id: 1, question: 'check', given: { source, name: '' } } });
    const { answer } = replies.pop();
    if (answer?.findings?.filter(({ severity }) => severity === 'error').length !== 2) throw new Error(`not two errors: ${JSON.stringify(answer).slice(0, 200)}`);
  };
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const inTurn = async (ways) => {
    const times = ways.map(() => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, way] of ways.entries()) {
        const start = performance.now();
        await way();
        times[at].push(performance.now() - start);
      }
    }
    return times.map(median);
  };
  const mustHold = (text) => {
    if (!text.includes('予以公开')) throw new Error('the text is not there');
  };

  const book = new Uint8Array(sheet);
  const pages = new Uint8Array(paper);
  const rows = () => {
    const { Sheets, SheetNames } = XLSX.read(book, { type: 'array' });
    mustHold(JSON.stringify(SheetNames.map((name) => XLSX.utils.sheet_to_json(Sheets[name], { header: 1 }))));
  };
  const text = async () => {
    // pdf.js takes the bytes away.
    const document = await pdfjsLib.getDocument({ data: pages.slice(), verbosity: 0 }).promise;
    let all = '';
    for (let n = 1; n <= document.numPages; n++) {
      const { items } = await (await document.getPage(n)).getTextContent();
      all += items.map(({ str }) => str).join('');
    }
    await document.destroy();
    mustHold(all);
  };
  const [xlsx, sheetjs] = await inTurn([() => check(book), rows]);
  const [pdf, pdfjs] = await inTurn([() => check(pages), text]);
  return { xlsx, sheetjs, pdf, pdfjs };
}
