// CKEditor 4: attach right after `replace`.
window.editor = CKEDITOR.replace('content', { versionCheck: false, height: 360, allowedContent: true, language: 'zh-cn' });
window.attached = gouji.attach(editor);
