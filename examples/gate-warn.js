// The gate only warns: the person decides.
window.editor = document.querySelector('#content');
window.attached = gouji.attach(editor);

document.querySelector('#form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const { pass, errors, warnings } = await gouji.gate(editor, { level: 'warning' });
  if (pass || confirm(`有 ${errors} 处错误、${warnings} 处警告，仍要发布吗？`)) form.submit();
  else attached.open();
});
