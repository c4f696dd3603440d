/* The mods' patches among the layers of a document.
 *
 * Internal to the data layer.
 */
#ifndef TP_DATA_LAYERS_LAYERS_H
#define TP_DATA_LAYERS_LAYERS_H

#include "data/layers/document.h"

/* Lays the patches of the document's mods over the file that was read last: 1, or 0 with the fault.
 */
int tp_layers_lay(struct tp_document *document, struct tp_problems *problems);

#endif
