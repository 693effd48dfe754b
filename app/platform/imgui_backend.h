// Dear ImGui's backends under one name: the SDL_Renderer backend was renamed in later versions.
#pragma once

#include <imgui.h>
#include IMGUI_PLATFORM_HEADER
#include IMGUI_RENDERER_HEADER

namespace app::backend {

#if __has_include(<imgui_impl_sdlrenderer2.h>)
inline bool init(SDL_Renderer* renderer) {
    return ImGui_ImplSDLRenderer2_Init(renderer);
}
inline void shut_down() {
    ImGui_ImplSDLRenderer2_Shutdown();
}
inline void new_frame() {
    ImGui_ImplSDLRenderer2_NewFrame();
}
inline void forget_fonts() {
    ImGui_ImplSDLRenderer2_DestroyFontsTexture();
}
inline void forget_everything() {
    ImGui_ImplSDLRenderer2_DestroyDeviceObjects();
}
inline void render(SDL_Renderer* renderer) {
#if IMGUI_VERSION_NUM >= 19090
    ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer);
#else
    static_cast<void>(renderer);
    ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData());
#endif
}
#else
inline bool init(SDL_Renderer* renderer) {
    return ImGui_ImplSDLRenderer_Init(renderer);
}
inline void shut_down() {
    ImGui_ImplSDLRenderer_Shutdown();
}
inline void new_frame() {
    ImGui_ImplSDLRenderer_NewFrame();
}
inline void forget_fonts() {
    ImGui_ImplSDLRenderer_DestroyFontsTexture();
}
inline void forget_everything() {
    ImGui_ImplSDLRenderer_DestroyDeviceObjects();
}
inline void render(SDL_Renderer*) {
    ImGui_ImplSDLRenderer_RenderDrawData(ImGui::GetDrawData());
}
#endif

}  // namespace app::backend
