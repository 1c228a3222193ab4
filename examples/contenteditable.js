// A plain editable element: gouji puts its button before it.
window.editor = document.querySelector('#content');
window.attached = gouji.attach(editor);
