/** Whether this person reads the project and may not change the analysis. */
export const isReading = document.body.dataset['reading'] !== undefined;
