/* What files.c and files_tidy.c share: how a file that is being written is told from a leftover.
 * Internal to the data layer. */
#ifndef TP_DATA_FILES_TIDY_H
#define TP_DATA_FILES_TIDY_H

/* What stands behind a file's name while it is being written. */
#define TP_FILES_PART ".part-XXXXXX"

/* Locks an open file for this process until it closes it: 1, or 0 when another process has it. */
int tp_files_lock(int file);

#endif
