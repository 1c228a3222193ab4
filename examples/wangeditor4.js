// wangEditor 4: attach before `create`.
window.editor = new wangEditor('#content');
editor.config.height = 360;
editor.config.pasteFilterStyle = false;
editor.config.menus = ['bold', 'table', 'undo', 'redo'];
window.attached = gouji.attach(editor);
editor.create();
