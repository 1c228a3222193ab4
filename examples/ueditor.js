// UEditor: attach what `UE.getEditor` gives.
const pasteplain = location.search === '?pasteplain';
window.editor = UE.getEditor('content', {
  serverUrl: '', autoHeightEnabled: false, elementPathEnabled: false, pasteplain,
  toolbars: [['undo', 'redo', '|', 'bold', 'inserttable', 'source']],
});
window.attached = gouji.attach(editor);
