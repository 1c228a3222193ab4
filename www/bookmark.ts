// The page that offers the bookmark: a link whose script opens gouji.html and hands it the content of the current page.

/** Runs on any page, on its own: it may use nothing from outside. */
function send(address: string): void {
  const report = /政府信息公开/;
  const contents: string[] = [];
  const look = (view: Window): void => {
    try {
      const { body } = view.document;
      // Only what holds the report; a textarea may hold its source.
      const fields = [...body.querySelectorAll('textarea')].map(({ value }) => value).filter((text) => report.test(text) && /<table/i.test(text));
      contents.push(...(fields.length ? fields : report.test(body.innerText) ? [body.innerHTML] : []));
      for (let i = 0; i < view.frames.length; i++) look(view.frames[i]!);
    } catch {
      // A frame of another origin keeps its content to itself.
    }
  };
  look(window);
  // The editor stands in a frame inside the page: the innermost content that has tables is the report.
  const content = contents.filter((html) => /<table/i.test(html)).pop() ?? contents[0] ?? document.body.innerHTML;
  const opened = open(`${address}#origin=${location.origin}`);
  const origin = new URL(address).origin;
  addEventListener('message', function ready({ source, data }) {
    if (source !== opened || data?.gouji !== 1 || data.type !== 'ready') return;
    removeEventListener('message', ready);
    opened!.postMessage({ gouji: 1, type: 'check', content, name: `${document.title}.html` }, origin);
  });
}

const address = new URL('gouji.html', location.href).href;
const link = document.querySelector<HTMLAnchorElement>('#bookmark')!;
link.href = `javascript:${encodeURIComponent(`(${send.toString()})(${JSON.stringify(address)})`)}`;
link.addEventListener('click', (event) => event.preventDefault());
