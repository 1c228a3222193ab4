// The gate only warns: the person decides.
window.editor = document.querySelector('#content');

document.querySelector('#form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const { pass, errors, warnings, report } = await gouji.gate(editor, { level: 'warning' });
  const found = report.error?.message.zh ?? `有 ${errors} 处错误、${warnings} 处警告`;
  if (pass || confirm(`${found}，仍要发布吗？`)) form.submit();
  else attached.open();
});

window.attached = gouji.attach(editor);
