// The page. A stand-in until it is written: checks what is typed and shows the report as it comes.

import { engineFile, openChecker } from './checker';

const checker = openChecker(engineFile());
const field = document.querySelector('textarea');
const result = document.querySelector('output');

field?.addEventListener('input', () => {
  checker.check({ source: field.value, name: 'paste.txt' }).then(
    (report) => result && (result.textContent = JSON.stringify(report)),
    (error) => result && (result.textContent = String(error)),
  );
});
