// The script of one demonstration conversation (assets/demo/*.json): who says what in whose voice, how a coach codes
// it, and what the coach has to say about it. Our own writing.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace commands::demo {

struct Voice {
    std::string program;  // "espeak-ng" or "flite"
    std::string name;
    int speed = 150;  // words a minute; espeak-ng only, as is
    int pitch = 50;   // 0 to 99
};

struct Look {
    std::string tile, shirt, skin, hair;  // #RRGGBB
    std::string hair_style;               // "short", "long", "bun", "beard"
};

struct Speaker {
    std::string name;
    Voice voice;
    Look look;
};

// A sentence or two that one code describes.
struct Utterance {
    std::string text;
    std::string code;  // empty: not coded
    std::map<std::string, std::string> attributes;
    std::string note;
    std::string mark;  // how the feedback refers to it
};

struct Turn {
    std::size_t speaker = 0;  // 0 professional, 1 client
    double pause_s = 0.7;     // silence before it
    std::vector<Utterance> say;
};

struct Remark {
    std::string mark, comment, alternative;
};

struct Script {
    std::string key, language, title, date, kind, change_goal, remarks, coder;
    std::vector<Speaker> speakers;  // professional, client
    std::vector<Turn> turns;
    std::map<std::string, int> ratings;
    std::vector<Remark> strengths, focus;
    std::string next_step;
};

// Throws base::Error with the file's name.
Script read_script(const std::string& path);

}  // namespace commands::demo
