// wangEditor 5: attach before the toolbar is made, and name the button in it.
window.editor = wangEditor.createEditor({ selector: '#content', config: { placeholder: '' } });
window.attached = gouji.attach(editor);
wangEditor.createToolbar({
  editor,
  selector: '#toolbar',
  config: { toolbarKeys: ['undo', 'redo', '|', 'bold', 'insertTable'], insertKeys: { index: 5, keys: ['|', 'gouji'] } },
});
