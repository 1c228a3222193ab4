// CKEditor 5: attach as a plugin, so that `toolbar` can name the button.
const { ClassicEditor, Essentials, Paragraph, Heading, Bold, Table, TableToolbar, PasteFromOffice } = CKEDITOR;

function Gouji(editor) {
  window.attached = gouji.attach(editor);
}

ClassicEditor.create(document.querySelector('#content'), {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Heading, Bold, Table, TableToolbar, PasteFromOffice, Gouji],
  toolbar: ['undo', 'redo', '|', 'heading', 'bold', 'insertTable', '|', 'gouji'],
}).then((editor) => (window.editor = editor));
