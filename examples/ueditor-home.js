// UEditor looks here for its themes and dialogs.
window.UEDITOR_HOME_URL = 'editors/baidu-ueditor/';
