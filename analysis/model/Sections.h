// The root of the tables: a whole rule pack.
#pragma once

#include "analysis/model/Table.h"

namespace scalelint::model {

template <> const Table<RulePack> &tableOf<RulePack>();

} // namespace scalelint::model
