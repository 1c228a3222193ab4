// Quill: attach the instance. It keeps no merged cells; gouji says so.
window.editor = new Quill('#content', { theme: 'snow', modules: { table: true, toolbar: [['bold']] } });
window.attached = gouji.attach(editor);
