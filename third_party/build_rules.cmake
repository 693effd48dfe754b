# One set of warnings and sanitizers for everything that is ours.
add_library(terugblik_rules INTERFACE)
target_compile_options(terugblik_rules INTERFACE -Wall -Wextra -Wpedantic -Wconversion)
target_include_directories(terugblik_rules INTERFACE ${CMAKE_SOURCE_DIR}/core)
target_compile_definitions(terugblik_rules INTERFACE TERUGBLIK_VERSION="${PROJECT_VERSION}")
if(TERUGBLIK_SANITIZE)
  target_compile_options(terugblik_rules INTERFACE -fsanitize=${TERUGBLIK_SANITIZE} -fno-omit-frame-pointer
                                                   -fno-sanitize-recover=undefined)
  target_link_options(terugblik_rules INTERFACE -fsanitize=${TERUGBLIK_SANITIZE})
  target_compile_definitions(terugblik_rules INTERFACE TERUGBLIK_SANITIZED)
endif()

# core_module(name LINKS public... PRIVATE_LINKS private...): all sources of this folder as one static library.
function(core_module name)
  cmake_parse_arguments(MODULE "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC terugblik_rules ${MODULE_LINKS} PRIVATE ${MODULE_PRIVATE_LINKS})
endfunction()
