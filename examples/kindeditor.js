// KindEditor: attach in `afterCreate`.
window.editor = KindEditor.create('#content', {
  filterMode: false,
  items: ['undo', 'redo', '|', 'bold', 'table', 'source'],
  afterCreate() {
    window.attached = gouji.attach(this);
  },
});
