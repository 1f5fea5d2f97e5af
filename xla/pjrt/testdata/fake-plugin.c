/* A PJRT plugin that does one thing wrong: built by the tests with other MAJOR, MINOR, SIZE and CREATE. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define SLOTS 160

struct api {
  size_t struct_size;
  void* extension_start;
  size_t version_size;
  void* version_extension;
  int32_t major, minor;
  void* functions[SLOTS];
};

static const char TEXT[] = "Unexpected size of the arguments: expected 999";

static void* succeed(void* args) { (void)args; return NULL; }
static void* refuse(void* args) { (void)args; return (void*)TEXT; }
static void* crash(void* args) { (void)args; abort(); }
static void* hang(void* args) { (void)args; for (;;) pause(); }

struct message { size_t size; void* extension; const char* error; const char* text; size_t length; };
static void* message(void* args) {
  struct message* to = args;
  to->text = to->error;
  to->length = sizeof TEXT - 1;
  return NULL;
}

struct code { size_t size; void* extension; void* error; int32_t code; };
static void* code(void* args) {
  ((struct code*)args)->code = 3;
  return NULL;
}

static struct api api;

const void* GetPjrtApi(void) {
#ifdef NOTHING
  return NULL;
#endif
  api.struct_size = SIZE;
  api.major = MAJOR;
  api.minor = MINOR;
  api.functions[PJRT_Error_Message] = message;
  api.functions[PJRT_Error_GetCode] = code;
  api.functions[PJRT_Error_Destroy] = succeed;
  api.functions[PJRT_Plugin_Initialize] = succeed;
  api.functions[PJRT_Plugin_Attributes] = succeed;
  api.functions[PJRT_Client_Create] = CREATE;
  return &api;
}
