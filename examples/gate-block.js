// The gate blocks: nothing is published while an error is left.
window.editor = document.querySelector('#content');

// Before anything of gouji is called: where its script did not load, nothing is published either.
document.querySelector('#form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const { pass, errors, report } = await gouji.gate(editor, { level: 'error' });
  if (pass) return form.submit();
  document.querySelector('#said').textContent = errors ? `有 ${errors} 处错误，未发布` : report.error?.message.zh ?? report.verdict.words.zh;
  attached.open();
});

window.attached = gouji.attach(editor);
