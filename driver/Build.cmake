# Writes OUTPUT, the source of thisBuild(), from the commit that SOURCE is at; leaves it alone when it would stay the same.
set(commit "")
set(date "")
function(git variable)
  execute_process(COMMAND git -C ${SOURCE} ${ARGN} OUTPUT_VARIABLE out OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET
                  RESULT_VARIABLE status)
  set(${variable} "${out}" PARENT_SCOPE)
  set(status "${status}" PARENT_SCOPE)
endfunction()
# Not the repository of something else that these sources were unpacked in.
git(prefix rev-parse --show-prefix)
if(status STREQUAL "0" AND prefix STREQUAL "")
  git(commit rev-parse --short=12 HEAD)
  git(date log -1 --format=%cs)
  git(changes status --porcelain --untracked-files=no)
  if(commit AND changes)
    string(APPEND commit "-dirty")
  endif()
endif()
set(text "#include \"driver/Build.h\"

scalelint::driver::Build scalelint::driver::thisBuild() { return {\"${commit}\", \"${date}\"}; }
")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} old)
endif()
if(NOT "${old}" STREQUAL "${text}")
  file(WRITE ${OUTPUT} "${text}")
endif()
