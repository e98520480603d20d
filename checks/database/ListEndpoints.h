// Which paths of HTTP requests ask for a whole list. A path is all that a client tells of an endpoint, so
// this goes by the conventions of REST: a collection is a plural noun, one member of it has its key behind.
#pragma once

#include "checks/Check.h"

#include "llvm/ADT/StringRef.h"

namespace scalelint {

class ListEndpoints {
public:
  static constexpr const char *DefaultPageParameters =
      "limit,page,per_page,perpage,page_size,pagesize,page-size,page_token,pagetoken,size,count,first,last,top,max,"
      "maxresults,max_results,cursor,after,before,since,offset,start,skip,take,from,ids,id";
  static constexpr const char *DefaultSingleResources =
      "settings,stats,details,preferences,credentials,capabilities,permissions,options,terms,news,address,jwks,keys,ops";

  explicit ListEndpoints(const CheckOptions &options);

  // `target` is a path or a URL, holes as {}.
  bool asksForAll(llvm::StringRef target) const;

private:
  std::vector<std::string> pageParameters, singleResources;
};

} // namespace scalelint
