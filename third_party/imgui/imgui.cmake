# Dear ImGui as packaged, plus its SDL_Renderer backend, which Debian ships as source beside the library.
pkg_check_modules(imgui_package REQUIRED IMPORTED_TARGET imgui)
find_path(IMGUI_BACKEND_SOURCES NAMES imgui_impl_sdlrenderer2.cpp imgui_impl_sdlrenderer.cpp
          PATHS /usr/share/doc/libimgui-dev/examples/backends /usr/share/imgui/backends REQUIRED)
if(EXISTS ${IMGUI_BACKEND_SOURCES}/imgui_impl_sdlrenderer2.cpp)
  set(imgui_renderer imgui_impl_sdlrenderer2)
  set(imgui_platform imgui_impl_sdl2)
else()
  set(imgui_renderer imgui_impl_sdlrenderer)
  set(imgui_platform imgui_impl_sdl)
endif()

add_library(imgui STATIC ${IMGUI_BACKEND_SOURCES}/${imgui_renderer}.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_package_INCLUDE_DIRS})
foreach(folder ${imgui_package_INCLUDE_DIRS})
  target_include_directories(imgui SYSTEM PUBLIC ${folder}/backends)
endforeach()
target_link_libraries(imgui PUBLIC PkgConfig::imgui_package SDL2::SDL2)
target_compile_definitions(imgui PUBLIC IMGUI_RENDERER_HEADER=<${imgui_renderer}.h> IMGUI_PLATFORM_HEADER=<${imgui_platform}.h>)
