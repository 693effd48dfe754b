#pragma once
namespace app {
class Background {};
}  // namespace app
