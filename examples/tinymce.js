// TinyMCE: attach in `setup`, name the button in `toolbar`.
tinymce.init({
  selector: '#content',
  license_key: 'gpl',
  height: 420,
  plugins: 'table lists code',
  toolbar: 'undo redo | bold | table | code | gouji',
  menubar: false,
  promotion: false,
  setup(editor) {
    window.editor = editor;
    window.attached = gouji.attach(editor);
  },
});
